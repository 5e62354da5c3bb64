package egov.kiosk.audit.store;

import egov.kiosk.audit.record.Attributes;
import egov.kiosk.audit.record.Chain;
import egov.kiosk.audit.record.Draft;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.audit.AuditUnavailableException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Brings records to the disk in groups: whoever comes first writes and syncs for all that came
 * meanwhile, so that ten writers share a sync. What fails, fails for the whole group, is counted,
 * and the next record that succeeds says how many are missing. Safe for use by several threads.
 */
public final class Journal implements Closeable {
  /** How many may wait for the disk. */
  static final int MOST = 20_000;

  private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final DirectoryLock directory;
  private final LogFile file;
  private final LongSupplier nanos;
  private List<Waiting> queue = new ArrayList<>();
  private boolean leading;
  private boolean closed;
  private long lost;
  private long nextTry;
  private Optional<AuditUnavailableException> trouble = Optional.empty();

  private Journal(DirectoryLock directory, LogFile file, LongSupplier nanos) {
    this.directory = directory;
    this.file = file;
    this.nanos = nanos;
    nextTry = nanos.getAsLong();
  }

  /**
   * Opens the log of a directory, making it when there is none.
   *
   * @param nanos a clock that is never set back, such as {@link System#nanoTime}
   * @throws IOException when the directory cannot be read, or another writer has it
   */
  public static Journal open(
      LogSettings settings, AnchorFile anchors, InstantSource clock, LongSupplier nanos)
      throws IOException {
    DirectoryLock directory = DirectoryLock.take(settings.directory());
    try {
      LogFile file = new LogFile(settings, anchors, clock, nanos, new Random());
      file.open();
      return new Journal(directory, file, nanos);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Queues a record; it is written with the next group, at the latest by {@link #flush}. */
  public void add(Draft draft) {
    lock.lock();
    try {
      if (closed || queue.size() >= MOST) {
        lost++;
      } else {
        queue.add(new Waiting(draft));
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Brings a record to the disk.
   *
   * @param patience how long to wait for the disk; the record stays queued after that
   * @throws AuditUnavailableException when it is not on the disk now
   */
  public void commit(Draft draft, Duration patience) throws AuditUnavailableException {
    lock.lock();
    try {
      if (closed) {
        throw new AuditUnavailableException(Reason.CLOSED, "the audit log is closed");
      }
      if (queue.size() >= MOST) {
        lost++;
        throw new AuditUnavailableException(Reason.IO, "the disk does not keep up");
      }
      Waiting mine = new Waiting(draft);
      queue.add(mine);
      await(mine, patience.toNanos());
      if (mine.failure != null) {
        throw mine.failure;
      }
    } finally {
      lock.unlock();
    }
  }

  private void await(Waiting mine, long nanosLeft) throws AuditUnavailableException {
    long left = nanosLeft;
    boolean interrupted = false;
    while (!mine.done) {
      if (!leading) {
        lead();
        continue;
      }
      if (left <= 0) {
        throw new AuditUnavailableException(Reason.IO, "the disk does not answer");
      }
      try {
        left = written.awaitNanos(left);
      } catch (InterruptedException e) {
        // A record that is half on its way is waited for all the same.
        interrupted = true;
        long began = nanos.getAsLong();
        written.awaitUninterruptibly();
        left -= nanos.getAsLong() - began;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is queued, unless somebody is at it; after a failure it tries what is missing. */
  public void flush() {
    lock.lock();
    try {
      if (!leading && (!queue.isEmpty() || (trouble.isPresent() && lost > 0))) {
        lead();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes the group that is queued now; the lock is held before and after, but not meanwhile. */
  private void lead() {
    List<Waiting> group = queue;
    queue = new ArrayList<>();
    leading = true;
    List<Draft> drafts = new ArrayList<>(group.size() + 1);
    long missing = lost;
    if (missing > 0) {
      drafts.add(
          Draft.own(Draft.Own.LOST, AuditResult.FAILED, new Attributes().put("count", missing)));
    }
    group.forEach(one -> drafts.add(one.draft));
    boolean tooSoon = trouble.isPresent() && nanos.getAsLong() - nextTry < 0;
    Optional<AuditUnavailableException> failure = trouble;
    lock.unlock();
    try {
      if (!tooSoon) {
        failure = Trouble.of(() -> file.write(drafts));
      }
    } finally {
      lock.lock();
      leading = false;
      lost = failure.isPresent() ? lost + group.size() : lost - missing;
      if (failure.isPresent() && !tooSoon) {
        nextTry = nanos.getAsLong() + RETRY_NANOS;
      }
      trouble = failure;
      for (Waiting one : group) {
        one.done = true;
        one.failure = failure.orElse(null);
      }
      written.signalAll();
    }
  }

  /** What is wrong with writing now, if anything. */
  public Optional<AuditUnavailableException> trouble() {
    lock.lock();
    try {
      return trouble;
    } finally {
      lock.unlock();
    }
  }

  /** How many events are missing and not yet said to be. */
  public long lost() {
    lock.lock();
    try {
      return lost;
    } finally {
      lock.unlock();
    }
  }

  /** Does something with the file while nobody writes. */
  <T> T alone(Work<T> work) throws IOException {
    lock.lock();
    try {
      while (leading) {
        written.awaitUninterruptibly();
      }
      return work.on(file);
    } finally {
      lock.unlock();
    }
  }

  /** Something short. */
  interface Work<T> {
    T on(LogFile file) throws IOException;
  }

  /** The newest record on the disk. */
  public Chain.End end() {
    return file.end();
  }

  /** The chain's identity, 32 hexadecimal digits. */
  public String chain() {
    return file.id();
  }

  /** Bytes of all segments. */
  public long used() {
    return file.used();
  }

  /** Whether records were found missing or altered since the start. */
  public boolean damaged() {
    return file.damaged();
  }

  /** Whether the clock was moved since the start. */
  public boolean clockMoved() throws IOException {
    return alone(LogFile::clockMoved);
  }

  /** Whether the segment should be closed soon. */
  public boolean full() throws IOException {
    return alone(LogFile::full);
  }

  /** The next group begins a fresh segment. */
  public void roll() throws IOException {
    alone(
        log -> {
          log.roll();
          return true;
        });
  }

  /** Writes what is queued and closes; what comes later is refused. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      while (leading) {
        written.awaitUninterruptibly();
      }
      if (!queue.isEmpty()) {
        lead();
      }
      closed = true;
      file.close();
      directory.close();
    } finally {
      lock.unlock();
    }
  }
}

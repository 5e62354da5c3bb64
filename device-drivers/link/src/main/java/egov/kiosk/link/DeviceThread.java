package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.capture.Masking;
import egov.kiosk.link.capture.Tap;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that speaks to a device, named {@code device-<name>}. There is no queue: while a
 * piece of work runs, the next caller is told {@link FaultCode#BUSY} at once.
 *
 * <p>Between two pieces of work the thread may look after the device (upkeep), e.g. notice that it
 * was plugged in again. Upkeep is short and nobody's command, so a caller waits for its end instead
 * of being told busy.
 */
public final class DeviceThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /** How long work that was interrupted, because its time was over, may take to end. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final Duration UPKEEP_LIMIT = Duration.ofSeconds(30);
  private static final Duration AFTER_A_BUG = Duration.ofSeconds(5);
  private static final Duration NO_LIMIT = Duration.ofDays(1);

  private final String device;
  private final Supplier<Duration> upkeep;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition workOffered = lock.newCondition();
  private final Condition upkeepDone = lock.newCondition();
  private Job<?> job;
  private boolean inUpkeep;
  private boolean stopping;

  /** When what runs now has outlived its time; null while nothing runs. */
  private volatile Deadline due;

  /** A thread without upkeep. */
  public DeviceThread(String device) {
    this(device, () -> Duration.ZERO);
  }

  /**
   * Starts the thread; upkeep runs once at once.
   *
   * @param device the device's name
   * @param upkeepPeriod how long the thread idles before upkeep runs again; zero means never again
   * @param upkeep ends within about a second, throws nothing, honours an interrupt
   */
  public DeviceThread(String device, Duration upkeepPeriod, Runnable upkeep) {
    this(device, repeated(upkeepPeriod, upkeep));
  }

  private static Supplier<Duration> repeated(Duration period, Runnable upkeep) {
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(upkeep, "upkeep");
    return () -> {
      upkeep.run();
      return period;
    };
  }

  /**
   * As above, with an upkeep that says each time how long the thread then idles before it runs
   * again; zero means never again.
   */
  public DeviceThread(String device, Supplier<Duration> upkeep) {
    this(new Tap(device, () -> Masking.EVERYTHING), upkeep);
  }

  /**
   * As above.
   *
   * @param tap where the lines this thread opens can be listened to
   */
  public DeviceThread(Tap tap, Supplier<Duration> upkeep) {
    this.device = tap.device();
    this.upkeep = Objects.requireNonNull(upkeep, "upkeep");
    this.inUpkeep = true;
    this.thread = new LineThread(tap, this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  /** Where the calling thread's lines can be listened to; empty when it is no device's. */
  public static Optional<Tap> tapOfThisThread() {
    return Thread.currentThread() instanceof LineThread line
        ? Optional.of(line.tap())
        : Optional.empty();
  }

  /** The taps of all devices of this name that are alive in this process. */
  public static List<Tap> taps(String device) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(LineThread.class::isInstance)
        .map(thread -> ((LineThread) thread).tap())
        .filter(tap -> tap.device().equals(device))
        .toList();
  }

  /** As {@link #call(Duration, DeviceWork)} for work that ends by itself. */
  public <T> T call(DeviceWork<T> work) throws DeviceException, InterruptedException {
    return call(NO_LIMIT, work);
  }

  /**
   * Does one piece of work on the device's thread and waits for it. When the calling thread is
   * interrupted, so is the work, and the call returns once the device is free again.
   *
   * @param limit the longest the work may take; then it is interrupted, and the caller is answered
   *     at most a second later even if the work goes on. Until it ends the device stays busy
   * @throws DeviceException {@link FaultCode#BUSY} when other work runs, {@link
   *     FaultCode#NO_ANSWER} when the time is over, {@link FaultCode#NO_DEVICE} when the driver
   *     stops, otherwise what the work throws
   * @throws InterruptedException when the calling thread was interrupted
   */
  public <T> T call(Duration limit, DeviceWork<T> work)
      throws DeviceException, InterruptedException {
    Deadline deadline = Deadline.after(limit);
    Job<T> mine = new Job<>(work);
    offer(mine, deadline);
    try {
      if (!mine.awaitEnd(deadline)) {
        return overrun(mine);
      }
      return mine.outcome(device);
    } catch (InterruptedException e) {
      cancel(mine, STOP_LIMIT);
      throw e;
    }
  }

  private <T> T overrun(Job<T> mine) throws DeviceException {
    if (cancel(mine, GRACE)) {
      Optional<T> late = mine.result();
      if (late.isPresent()) {
        return late.get();
      }
    }
    throw new DeviceException(
        FaultCode.NO_ANSWER, device, "not done in time; check the device's power and cable");
  }

  private void offer(Job<?> mine, Deadline deadline) throws DeviceException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (inUpkeep && !stopping && !deadline.passed()) {
        upkeepDone.awaitNanos(deadline.remaining().toNanos());
      }
      if (stopping) {
        throw stopped(device);
      }
      if (job != null || inUpkeep) {
        throw new DeviceException(FaultCode.BUSY, device, "another command is under way");
      }
      job = mine;
      due = deadline;
      workOffered.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts the work; false when it goes on nevertheless. */
  private boolean cancel(Job<?> mine, Duration limit) {
    lock.lock();
    try {
      if (job == mine) {
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
    boolean ended = mine.awaitEndUninterrupted(Deadline.after(limit));
    if (!ended) {
      LOG.warn("{}: work does not end although it was interrupted", device);
    }
    return ended;
  }

  private void serve() {
    Duration idle = runUpkeep();
    while (true) {
      lock.lock();
      try {
        awaitWork(idle);
        if (stopping) {
          return;
        }
        inUpkeep = job == null;
      } catch (InterruptedException e) {
        // Only a stop interrupts an idle thread, and the loop sees that by itself.
        continue;
      } finally {
        lock.unlock();
      }
      if (inUpkeep) {
        idle = runUpkeep();
      } else {
        job.run();
        finish(job);
      }
    }
  }

  /** Waits for work, at most as long as the thread may idle; the lock is held. */
  private void awaitWork(Duration idle) throws InterruptedException {
    long left = idle.toNanos();
    while (job == null && !stopping && (left > 0 || idle.isZero())) {
      if (idle.isZero()) {
        workOffered.await();
      } else {
        left = workOffered.awaitNanos(left);
      }
    }
  }

  private Duration runUpkeep() {
    due = Deadline.after(UPKEEP_LIMIT);
    try {
      return upkeep.get();
    } catch (RuntimeException e) {
      LOG.error("{}: upkeep failed, a bug", device, e);
      return AFTER_A_BUG;
    } finally {
      lock.lock();
      try {
        due = null;
        inUpkeep = false;
        upkeepDone.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** From here on the job can no longer be interrupted, and an interrupt it ignored is dropped. */
  private void finish(Job<?> done) {
    lock.lock();
    try {
      job = null;
      due = null;
      Thread.interrupted();
    } finally {
      lock.unlock();
    }
    done.publish();
  }

  /** Whether what runs now hangs: its time is over by more than the second it was given to end. */
  public boolean overdue() {
    Deadline now = due;
    return now != null && now.passedBy(GRACE);
  }

  /** Interrupts what runs and waits for the thread to end, at most 5 s; safe to call twice. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      thread.interrupt();
      workOffered.signalAll();
      upkeepDone.signalAll();
    } finally {
      lock.unlock();
    }
    boolean interrupted = Thread.interrupted();
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, STOP_LIMIT.toNanos());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (thread.isAlive()) {
      LOG.warn("{}: its thread does not end", device);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static DeviceException stopped(String device) {
    return new DeviceException(
        FaultCode.NO_DEVICE, device, "the driver is stopping; try again when it has restarted");
  }
}

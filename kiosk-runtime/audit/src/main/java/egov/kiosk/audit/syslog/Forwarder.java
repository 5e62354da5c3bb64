package egov.kiosk.audit.syslog;

import egov.kiosk.audit.store.ExportMark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Sends the log to a collector as it is written, and goes on where it stopped. It reads the log's
 * files and asks nothing of its writers. Syslog knows no receipts: a record counts as sent when the
 * line was still there ten seconds later; what was under way when a line broke is sent again, so
 * that a collector may get a record twice and knows it by its number. {@link #beat} is for one
 * thread, {@link #watch} for another.
 */
public final class Forwarder implements Closeable {
  private static final int BATCH = 500;
  private static final int MOST_A_BEAT = 10;
  private static final long SETTLING = Duration.ofSeconds(10).toNanos();
  private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMinutes(5).toNanos();

  /** Connects to a collector. */
  interface Connector {
    CollectorLine connect() throws IOException;
  }

  private record Sent(long last, long nanos) {}

  private final ExportMark sent;
  private final ExportMark exported;
  private final Follower follower;
  private final Connector connector;
  private final Duration patience;
  private final LongSupplier nanos;
  private final SplittableRandom random = new SplittableRandom();
  private final Deque<Sent> settling = new ArrayDeque<>();
  private volatile CollectorLine line;
  private volatile long busySince;
  private volatile boolean busy;
  private volatile String problem = "";
  private volatile long confirmed;
  private long pause = FIRST_PAUSE;
  private long quietUntil;

  /**
   * @param directory the log's
   * @param connector makes a connection; asked again after each one that broke
   * @param patience how long sending may stall
   * @param nanos a clock that is never set back
   */
  Forwarder(Path directory, Connector connector, Duration patience, LongSupplier nanos)
      throws IOException {
    this.connector = connector;
    this.patience = patience;
    this.nanos = nanos;
    sent = new ExportMark(directory, "forwarded");
    exported = new ExportMark(directory);
    confirmed = sent.read();
    follower = new Follower(directory, confirmed + 1);
    quietUntil = nanos.getAsLong();
  }

  /** Sends what is new; to be called about once a second. */
  public void beat() {
    if (line == null && nanos.getAsLong() - quietUntil < 0) {
      return;
    }
    busySince = nanos.getAsLong();
    busy = true;
    try {
      send();
      settle();
      problem = "";
      pause = FIRST_PAUSE;
    } catch (IOException e) {
      broken(e);
    } finally {
      busy = false;
    }
  }

  private void send() throws IOException {
    if (line != null) {
      line.requireOpen();
    }
    for (int i = 0; i < MOST_A_BEAT; i++) {
      List<Follower.Found> some = follower.read(BATCH);
      if (some.isEmpty()) {
        return;
      }
      if (line == null) {
        line = connector.connect();
      }
      for (Follower.Found one : some) {
        line.put(one);
      }
      line.flush();
      settling.add(new Sent(some.get(some.size() - 1).entry().sequence(), nanos.getAsLong()));
      busySince = nanos.getAsLong();
    }
  }

  private void settle() throws IOException {
    long before = confirmed;
    while (!settling.isEmpty() && nanos.getAsLong() - settling.peek().nanos() >= SETTLING) {
      confirmed = settling.poll().last();
    }
    if (confirmed > before) {
      sent.replace(confirmed);
      exported.note(before + 1, confirmed);
    }
  }

  private void broken(IOException e) {
    problem = String.valueOf(e.getMessage());
    CollectorLine open = line;
    line = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException again) {
        // It is not used again.
      }
    }
    settling.clear();
    follower.seek(confirmed + 1);
    // A collector that comes back is not met by the whole fleet at once.
    quietUntil = nanos.getAsLong() + pause / 2 + random.nextLong(pause);
    pause = Math.min(LONGEST_PAUSE, 2 * pause);
  }

  /** Cuts a line on which nothing moves; to be called about once a second. */
  public void watch() {
    CollectorLine open = line;
    if (busy && open != null && nanos.getAsLong() - busySince > patience.toNanos()) {
      try {
        open.close();
      } catch (IOException e) {
        // Whoever sends on it hears of it.
      }
    }
  }

  /** What is wrong with the line; empty when nothing is. */
  public String problem() {
    return problem;
  }

  /** The newest record that counts as sent; 0 for none. */
  public long confirmed() {
    return confirmed;
  }

  @Override
  public void close() throws IOException {
    CollectorLine open = line;
    line = null;
    if (open != null) {
      open.close();
    }
  }
}

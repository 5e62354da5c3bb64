package egov.kiosk.printledger.component;

import egov.kiosk.printledger.LedgerDesk;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code print-ledger}: asks the page printer now and then about jobs left open. */
final class Settling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final LedgerDesk desk;
  private final Thread thread;
  private volatile Duration interval;

  Settling(LedgerDesk desk, Duration interval) {
    this.desk = desk;
    this.interval = interval;
    thread = new Thread(this::run, "print-ledger");
    thread.setDaemon(true);
    thread.start();
  }

  void every(Duration changed) {
    interval = changed;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        TimeUnit.NANOSECONDS.sleep(interval.toNanos());
        settle();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void settle() {
    try {
      desk.settle();
    } catch (RuntimeException e) {
      LOG.error("Asking about open print jobs failed, a bug", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, STOP_LIMIT.toNanos());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

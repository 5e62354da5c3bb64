package egov.kiosk.telemetry.component;

import egov.kiosk.telemetry.Telemetry;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads {@code telemetry-1} and {@code telemetry-2}: while one waits for a device to answer a
 * health check, the other keeps telling.
 */
final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long STOP_SECONDS = 4;

  private final AtomicInteger made = new AtomicInteger();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          2, work -> new Thread(work, "telemetry-" + made.incrementAndGet()));
  private final Telemetry telemetry;
  private volatile int everySeconds;
  private volatile String told = "";

  Pulse(Telemetry telemetry, int everySeconds) {
    this.telemetry = telemetry;
    this.everySeconds = everySeconds;
    timer.scheduleWithFixedDelay(() -> safely(telemetry::tick), 1, 1, TimeUnit.SECONDS);
    timer.schedule(this::look, everySeconds, TimeUnit.SECONDS);
  }

  /** Takes another interval between two rounds of checks. */
  void every(int seconds) {
    everySeconds = seconds;
  }

  private void look() {
    safely(telemetry::look);
    if (!timer.isShutdown()) {
      timer.schedule(this::look, everySeconds, TimeUnit.SECONDS);
    }
  }

  private void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      String problem = e.toString();
      if (!problem.equals(told)) {
        LOG.warn("telemetry: an error of the program; it goes on: {}", problem);
      }
      told = problem;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.CryptoException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute whether the revocation list beside this desk says what the book says, and puts
 * the next one out when it does not or is a day old: another desk may have shut a machine out.
 */
final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "enrolment-lists");
            made.setDaemon(true);
            return made;
          });

  static Publisher start(EnrolmentBook book, DevelopmentAuthority authority) {
    Publisher publisher = new Publisher();
    publisher.timer.scheduleWithFixedDelay(
        () -> publish(book, authority), 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    return publisher;
  }

  static void publish(EnrolmentBook book, DevelopmentAuthority authority) {
    try {
      book.alone(
          page -> {
            try {
              if (authority.behind(page)) {
                authority.publish(page);
              }
              return true;
            } catch (CryptoException e) {
              throw new IOException("no revocation list can be made: " + e.getMessage(), e);
            }
          });
    } catch (IOException | RuntimeException e) {
      LOG.error("The revocation list was not renewed: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

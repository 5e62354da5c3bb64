package egov.kiosk.identity;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class says to the log from now on, till this is closed. */
final class Heard implements AutoCloseable {
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger;

  private Heard(Logger logger) {
    this.logger = logger;
    lines.start();
    logger.addAppender(lines);
  }

  static Heard of(Class<?> who) {
    return new Heard((Logger) LoggerFactory.getLogger(who));
  }

  /** How many lines contain these words. */
  long count(String words) {
    return List.copyOf(lines.list).stream()
        .filter(line -> line.getFormattedMessage().contains(words))
        .count();
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}

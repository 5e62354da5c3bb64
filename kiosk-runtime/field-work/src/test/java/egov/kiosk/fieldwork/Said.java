package egov.kiosk.fieldwork;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The lines this room writes to the log while it is open. */
final class Said implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger("egov.kiosk.fieldwork");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  Said() {
    lines.start();
    logger.addAppender(lines);
  }

  /** How many of them have these words in them. */
  int times(String words) {
    return (int) lines().stream().filter(line -> line.contains(words)).count();
  }

  List<String> lines() {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
    lines.stop();
  }
}

package egov.kiosk.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What one logger said while this is open. */
public final class Logged implements AutoCloseable {
  private final Logger logger;
  private final ListAppender<ILoggingEvent> list = new ListAppender<>();

  private Logged(Logger logger) {
    this.logger = logger;
    list.setContext(logger.getLoggerContext());
    list.start();
    logger.addAppender(list);
  }

  public static Logged of(String name) {
    return new Logged((Logger) LoggerFactory.getLogger(name));
  }

  public List<ILoggingEvent> at(Level level) {
    return lines().stream().filter(line -> line.getLevel().equals(level)).toList();
  }

  public List<ILoggingEvent> lines() {
    synchronized (list) {
      return List.copyOf(list.list);
    }
  }

  @Override
  public void close() {
    logger.detachAppender(list);
  }
}

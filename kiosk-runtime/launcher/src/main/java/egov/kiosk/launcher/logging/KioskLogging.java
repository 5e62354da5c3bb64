package egov.kiosk.launcher.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;

/**
 * Logging of the embedded assembly: one line an event on standard error, and the same lines in
 * {@code kiosk.log} below the directory named by the system property {@code kiosk.log.dir}, a file
 * a day, 30 days, 200 MB at most. Found by logback as a service.
 */
public final class KioskLogging extends ContextAwareBase implements Configurator {
  /** The system property that names where the log lies. */
  public static final String DIRECTORY = "kiosk.log.dir";

  /** System property: {@code false} keeps standard error for a technician's command itself. */
  public static final String CONSOLE = "kiosk.log.console";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
    if (!"false".equals(System.getProperty(CONSOLE))) {
      ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
      console.setTarget("System.err");
      console.setEncoder(encoder(context));
      root.addAppender(started(console, context));
    }
    String directory = System.getProperty(DIRECTORY);
    if (directory != null) {
      root.addAppender(file(context, directory));
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private Encoder<ILoggingEvent> encoder(LoggerContext context) {
    OneLineEncoder encoder = new OneLineEncoder();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static Appender<ILoggingEvent> started(
      Appender<ILoggingEvent> appender, LoggerContext context) {
    appender.setContext(context);
    appender.start();
    return appender;
  }

  private Appender<ILoggingEvent> file(LoggerContext context, String directory) {
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setFile(directory + "/kiosk.log");
    file.setEncoder(encoder(context));
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(file);
    policy.setFileNamePattern(directory + "/kiosk.%d{yyyy-MM-dd}.%i.log.gz");
    policy.setMaxHistory(30);
    policy.setMaxFileSize(FileSize.valueOf("20MB"));
    policy.setTotalSizeCap(FileSize.valueOf("200MB"));
    policy.start();
    file.setRollingPolicy(policy);
    file.start();
    return file;
  }
}

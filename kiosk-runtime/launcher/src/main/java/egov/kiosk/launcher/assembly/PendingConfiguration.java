package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.ConfigurationException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.LoggerFactory;

/**
 * A configuration that is being read on a thread of its own. Reading it and bringing up the log
 * take about as long as the framework does; side by side they cost the start nothing.
 */
public final class PendingConfiguration {
  private final FutureTask<Configuration> reading;

  private PendingConfiguration(FutureTask<Configuration> reading) {
    this.reading = reading;
  }

  /** Begins to read, and to bring up the log. */
  public static PendingConfiguration of(Callable<Configuration> reader) {
    FutureTask<Configuration> reading =
        new FutureTask<>(
            () -> {
              Configuration configuration = reader.call();
              LoggerFactory.getILoggerFactory();
              return configuration;
            });
    Thread thread =
        new Thread(
            () -> {
              reading.run();
              Preheat.run();
            },
            "configuration");
    thread.setDaemon(true);
    thread.start();
    return new PendingConfiguration(reading);
  }

  /**
   * Waits for it.
   *
   * @throws ConfigurationException when it is refused
   */
  Configuration get() throws IOException, ConfigurationException, InterruptedException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConfigurationException refused) {
        throw refused;
      }
      if (e.getCause() instanceof IOException unread) {
        throw unread;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

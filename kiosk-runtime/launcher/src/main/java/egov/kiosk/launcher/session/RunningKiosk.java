package egov.kiosk.launcher.session;

import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The kiosk that runs, for commands that make no sense without one. */
public final class RunningKiosk implements AutoCloseable {
  private final LocalApiClient client;

  private RunningKiosk(LocalApiClient client) {
    this.client = client;
  }

  /**
   * Finds it.
   *
   * @throws IOException when none runs
   */
  public static RunningKiosk find(Installation installation)
      throws IOException, ConfigurationException, InterruptedException {
    return new RunningKiosk(
        client(installation)
            .orElseThrow(
                () ->
                    new IOException(
                        Installation.plugins().isPresent()
                            ? "no kiosk answers here; systemctl start kura, then look into its log"
                            : "no kiosk runs here; start it first: kiosk run")));
  }

  /** As above; empty when none runs. */
  public static Optional<LocalApiClient> client(Installation installation)
      throws IOException, ConfigurationException, InterruptedException {
    Configuration file = installation.readSettings().configuration();
    return LocalApiClient.find(Path.of(file.text("local-api", "runDirectory", "run")));
  }

  /** Asks as the technician's command; {@code json} is an object. */
  public String post(String call, String json) throws IOException, InterruptedException {
    return client.post("/api/console/" + call, json);
  }

  /** Nothing is held. */
  @Override
  public void close() {}
}

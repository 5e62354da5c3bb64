package egov.kiosk.launcher.command;

import egov.kiosk.launcher.configuration.Installation;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which installation a command is about. */
public final class Place {
  @Option(
      names = "--home",
      description = "installation directory (default: where this program lies)",
      paramLabel = "DIR")
  private Path home;

  @Option(
      names = "--data",
      description = "data directory (default: data/ below the installation)",
      paramLabel = "DIR")
  private Path data;

  @Option(
      names = "--config",
      description = "configuration file (default: conf/kiosk.properties below the installation)",
      paramLabel = "FILE")
  private Path config;

  /** The installation these options name. */
  public Installation installation() {
    return Installation.of(
        Optional.ofNullable(home), Optional.ofNullable(data), Optional.ofNullable(config));
  }
}

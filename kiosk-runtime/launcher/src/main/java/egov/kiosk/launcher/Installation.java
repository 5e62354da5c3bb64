package egov.kiosk.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the program and its data lie.
 *
 * @param home the installation: {@code bundles/}, {@code lib/}, {@code conf/}; never written to
 * @param data everything this kiosk keeps; owner-only
 * @param configuration the configuration file
 */
record Installation(Path home, Path data, Path configuration) {

  /** The bundles of the assembly, in order of name. */
  List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("bundles"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /**
   * Reads and checks the configuration.
   *
   * @throws ConfigurationException when it is refused
   */
  Configuration readConfiguration() throws IOException, ConfigurationException {
    ConfigurationFile file =
        ConfigurationFile.read(configuration, Map.of("home", home, "data", data));
    return Configuration.check(file, MetatypeReader.read(bundles()));
  }
}

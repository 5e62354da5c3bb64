package egov.kiosk.checks.kura;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What goes into a framework that is not our launcher: bundles, and libraries it may not have. */
final class TreeOfTheKiosk {
  private static final Path KIOSK =
      Path.of(System.getProperty("kiosk.root"))
          .toAbsolutePath()
          .normalize()
          .resolve("packaging/distribution/target/kiosk");

  private TreeOfTheKiosk() {}

  static Path home() {
    return KIOSK;
  }

  static List<Path> bundles() throws IOException {
    try (Stream<Path> bundles = Files.list(KIOSK.resolve("bundles"));
        Stream<Path> libraries = Files.list(KIOSK.resolve("lib"))) {
      return Stream.concat(
              bundles.sorted(),
              libraries
                  .filter(
                      file ->
                          file.getFileName().toString().matches("(jetty|kiosk-launcher-port)-.*"))
                  .sorted())
          .toList();
    }
  }
}

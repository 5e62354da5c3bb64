package egov.kiosk.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the build put things. */
final class Tree {
  static final Path ROOT = Path.of(System.getProperty("kiosk.root")).toAbsolutePath().normalize();
  static final Path KIOSK = ROOT.resolve("packaging/distribution/target/kiosk");
  static final Path CACHE = ROOT.resolve(".kiosk/cache");
  static final Path SHIM = ROOT.resolve(".kiosk/libv4l2shim.so");

  private Tree() {}

  static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(KIOSK.resolve("bundles"))) {
      return files.sorted().toList();
    }
  }

  static List<Path> ownBundles() throws IOException {
    return bundles().stream()
        .filter(file -> file.getFileName().toString().startsWith("kiosk-"))
        .toList();
  }
}

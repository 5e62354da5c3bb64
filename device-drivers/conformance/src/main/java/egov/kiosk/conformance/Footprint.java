package egov.kiosk.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds on to.
 *
 * @param files open file descriptors
 * @param threads live threads
 */
record Footprint(long files, int threads) {
  private static final Path OPEN = Path.of("/proc/self/fd");

  static Footprint now() throws IOException {
    try (Stream<Path> open = Files.list(OPEN)) {
      return new Footprint(open.count(), Thread.activeCount());
    }
  }

  /** Whether it has grown by more than what comes and goes by itself. */
  boolean outgrown(Footprint before, int tolerance) {
    return files > before.files + tolerance || threads > before.threads + tolerance;
  }
}

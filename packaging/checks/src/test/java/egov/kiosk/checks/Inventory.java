package egov.kiosk.checks;

import egov.kiosk.domain.retention.Holding;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Compares a data directory with the published list of everything a kiosk keeps (数据清单). */
final class Inventory {
  private Inventory() {}

  /** Files of which the list does not say what they are and until when they are kept. */
  static List<Path> unlisted(Path data) throws IOException {
    List<PathMatcher> listed =
        Arrays.stream(Holding.values())
            .flatMap(holding -> holding.files().stream())
            .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
            .toList();
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .map(data::relativize)
          .filter(file -> listed.stream().noneMatch(pattern -> pattern.matches(file)))
          .toList();
    }
  }
}

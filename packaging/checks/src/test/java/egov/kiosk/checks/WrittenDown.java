package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was typed in secret, and where it must not be: logs, the audit log, records of setting up.
 */
final class WrittenDown {
  private WrittenDown() {}

  static void none(Town town, String... secrets) throws IOException {
    Path data = town.layout().data();
    List<Path> looked = new ArrayList<>(List.of(town.layout().logs().resolve("kiosk.log")));
    for (String below : List.of("audit", "log", "upkeep")) {
      if (Files.isDirectory(data.resolve(below))) {
        try (Stream<Path> files = Files.walk(data.resolve(below))) {
          files.filter(Files::isRegularFile).forEach(looked::add);
        }
      }
    }
    for (Path file : looked) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String secret : secrets) {
        assertFalse(text.contains(secret), file.getFileName() + " holds a secret");
      }
    }
  }
}

package egov.kiosk.checks;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the played citizens are called and known by; looked for where it must never be. */
final class Markers {
  static final String ID_NUMBER = "35010019000202001X";
  private static final List<String> TEXTS =
      List.of(ID_NUMBER, "测试民", "13800138000", "福建省福州市测试区样例路1号");
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

  private Markers() {}

  /** Files below a place that hold a marker, in any encoding, each with the marker's index. */
  static List<String> findIn(Path place, Predicate<Path> leaveOut) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (leaveOut.test(file)) {
          continue;
        }
        // Latin-1 keeps every byte as one character, so indexOf searches bytes.
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < TEXTS.size(); i++) {
          for (Charset encoding : ENCODINGS) {
            String marker =
                new String(TEXTS.get(i).getBytes(encoding), StandardCharsets.ISO_8859_1);
            if (bytes.contains(marker)) {
              found.add(file + " holds marker " + i + " in " + encoding);
            }
          }
        }
      }
    }
    return found;
  }
}

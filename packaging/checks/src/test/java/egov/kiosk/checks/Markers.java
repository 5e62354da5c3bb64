package egov.kiosk.checks;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the played citizens are called and known by; looked for where it must never be. */
final class Markers {
  static final String ID_NUMBER = "35010019000202001X";
  private static final List<String> TEXTS =
      List.of(ID_NUMBER, "测试民", "13800138000", "福建省福州市测试区样例路1号");
  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));
  private static final int PIECE = 1 << 20;

  private final Map<String, byte[]> sought = new LinkedHashMap<>();

  Markers() {
    for (int i = 0; i < TEXTS.size(); i++) {
      for (Charset encoding : ENCODINGS) {
        sought.put("marker " + i + " in " + encoding, TEXTS.get(i).getBytes(encoding));
      }
    }
  }

  /** Looks for these bytes, too. */
  Markers and(String name, byte[] bytes) {
    sought.put(name, bytes.clone());
    return this;
  }

  /** Files below a place that hold a marker, in any encoding, each with the marker's index. */
  static List<String> findIn(Path place, Predicate<Path> leaveOut) throws IOException {
    return new Markers().find(place, leaveOut);
  }

  List<String> find(Path place, Predicate<Path> leaveOut) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!leaveOut.test(file)) {
          findInFile(file, found);
        }
      }
    }
    return found;
  }

  private void findInFile(Path file, List<String> found) throws IOException {
    int overlap = sought.values().stream().mapToInt(bytes -> bytes.length).max().orElse(1);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      for (long at = 0; at < size; at += PIECE) {
        MappedByteBuffer piece =
            channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(PIECE + overlap, size - at));
        byte[] read = new byte[piece.remaining()];
        piece.get(read);
        // Latin-1 keeps every byte as one character, so indexOf searches bytes.
        String bytes = new String(read, StandardCharsets.ISO_8859_1);
        sought.forEach(
            (name, marker) -> {
              if (bytes.contains(new String(marker, StandardCharsets.ISO_8859_1))) {
                found.add(file + " holds " + name);
              }
            });
      }
    }
  }
}

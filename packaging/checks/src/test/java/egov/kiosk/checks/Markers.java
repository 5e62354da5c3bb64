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
import java.util.Base64;
import java.util.HexFormat;
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

  /** As above, and as they are in hexadecimal and, at each of its three offsets, in Base64. */
  static Markers disguised() {
    Markers markers = new Markers();
    for (int i = 0; i < TEXTS.size(); i++) {
      for (Charset encoding : ENCODINGS) {
        markers.disguise("marker " + i + " in " + encoding, TEXTS.get(i).getBytes(encoding));
      }
    }
    return markers;
  }

  /** Looks for these bytes, too, in every disguise. */
  Markers disguise(String name, byte[] bytes) {
    and(name, bytes);
    and(name + " in hexadecimal", ascii(HexFormat.of().formatHex(bytes)));
    and(
        name + " in upper-case hexadecimal",
        ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
    for (int offset = 0; offset < 3; offset++) {
      // Characters that depend on what comes before and after are left out.
      byte[] shifted = new byte[offset + bytes.length];
      System.arraycopy(bytes, 0, shifted, offset, bytes.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = offset == 0 ? 0 : offset + 1;
      int end = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
      and(name + " in Base64 at " + offset, ascii(text.substring(from, end)));
    }
    return this;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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

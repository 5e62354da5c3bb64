package egov.kiosk.updates.disk;

import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A few lines that must not be lost, twice on the disk, each copy under its SM3 and with a number
 * that counts up. The newer whole copy counts; a damaged one is as if it were not there. One writer
 * at a time.
 */
public final class TwoCopies {
  private static final int LONGEST = 64 * 1024;
  private static final String NUMBER = "number";
  private static final String DIGEST = "sm3=";

  private final Path directory;
  private final String name;
  private final Disk disk;

  /** Copies {@code name.1} and {@code name.2} in a directory that is there. */
  public TwoCopies(Path directory, String name, Disk disk) {
    this.directory = directory;
    this.name = name;
    this.disk = disk;
  }

  /** The lines by their names; empty when there is no whole copy. */
  public Optional<Map<String, String>> read() {
    Optional<Map<String, String>> first = copy(1);
    Optional<Map<String, String>> second = copy(2);
    boolean newer =
        second.isPresent() && (first.isEmpty() || number(second.get()) > number(first.get()));
    Optional<Map<String, String>> best = newer ? second : first;
    best.ifPresent(lines -> lines.remove(NUMBER));
    return best;
  }

  /** Whether there is a copy, be it damaged. */
  public boolean exists() {
    return Files.exists(file(1)) || Files.exists(file(2));
  }

  /** Writes both, one after the other. Values have no line breaks. */
  public void write(Map<String, String> lines) throws IOException {
    long next =
        1
            + Math.max(
                copy(1).map(TwoCopies::number).orElse(0L),
                copy(2).map(TwoCopies::number).orElse(0L));
    Map<String, String> all = new TreeMap<>(lines);
    all.put(NUMBER, Long.toString(next));
    StringBuilder text = new StringBuilder();
    all.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    byte[] bytes =
        (text + DIGEST + digest(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    disk.replace(file(1), bytes);
    disk.replace(file(2), bytes);
  }

  private Path file(int copy) {
    return directory.resolve(name + "." + copy);
  }

  private Optional<Map<String, String>> copy(int which) {
    String text;
    try {
      text = new String(Disk.small(file(which), LONGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Absent or unreadable: the other copy counts.
      return Optional.empty();
    }
    int end = text.lastIndexOf(DIGEST);
    if (end < 0 || !text.substring(end).equals(DIGEST + digest(text.substring(0, end)) + "\n")) {
      return Optional.empty();
    }
    Map<String, String> lines = new TreeMap<>();
    for (String line : text.substring(0, end).split("\n")) {
      int sign = line.indexOf('=');
      lines.put(line.substring(0, Math.max(0, sign)), line.substring(sign + 1));
    }
    return Optional.of(lines);
  }

  private static long number(Map<String, String> lines) {
    String text = lines.getOrDefault(NUMBER, "");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}

package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.upkeep.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far setting up has come, on the disk: lines of {@code key=value}. After a power cut it is
 * what was kept last; lines that make no sense are passed over. For one thread at a time.
 */
final class SetupRecord {
  private static final int MOST = 64 * 1024;
  private static final Pattern LINE = Pattern.compile("([a-zA-Z][A-Za-z0-9.-]{0,63})=(.{0,400})");
  private static final Pattern JUDGED = Pattern.compile("(PASSED|FAILED) ([0-9T:.Z-]{20,30})");

  private final WholeFile file;
  private final Map<String, String> values = new TreeMap<>();

  /** An outcome and when it came. */
  record Judged(Outcome outcome, Instant at) {}

  SetupRecord(Path file) throws IOException {
    this.file = new WholeFile(file, MOST);
    this.file.read().ifPresent(bytes -> values.putAll(parse(bytes)));
  }

  static Map<String, String> parse(byte[] bytes) {
    Map<String, String> values = new TreeMap<>();
    new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> values.put(line.group(1), line.group(2)));
    return values;
  }

  String text(String key) {
    return values.getOrDefault(key, "");
  }

  /** What stands below a prefix, without it. */
  Map<String, String> below(String prefix) {
    Map<String, String> found = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    return found;
  }

  Optional<Judged> judged(String key) {
    Matcher matcher = JUDGED.matcher(text(key));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Judged(Outcome.valueOf(matcher.group(1)), Instant.parse(matcher.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Optional<Instant> instant(String key) {
    try {
      return text(key).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text(key)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  void judge(String key, boolean passed, Instant at) {
    set(key, (passed ? Outcome.PASSED : Outcome.FAILED) + " " + at);
  }

  /** Changes a value; an empty one takes it away. Not on the disk before {@link #keep}. */
  void set(String key, String value) {
    String line = value.replaceAll("[\\p{Cntrl}]", " ");
    if (value.isEmpty()) {
      values.remove(key);
    } else {
      values.put(key, line.length() > 400 ? line.substring(0, 400) : line);
    }
  }

  void keep() throws IOException {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    file.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

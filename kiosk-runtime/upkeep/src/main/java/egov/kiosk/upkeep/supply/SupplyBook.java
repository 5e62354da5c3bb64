package egov.kiosk.upkeep.supply;

import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was put in and how much of it was used, on the disk: one line a supply, {@code slip-paper
 * 300 <put in at> 42 <counted until>}. A line that makes no sense is as if nobody had said
 * anything. For one thread at a time.
 */
final class SupplyBook {
  private static final int MOST = 4096;
  private static final String TIME = "([0-9TZ:.-]{20,30})";
  private static final Pattern LINE =
      Pattern.compile("([a-z0-9-]{1,20}) ([0-9]{1,6}) " + TIME + " ([0-9]{1,9}) " + TIME);

  /**
   * A supply as it was put in.
   *
   * @param used how much of it is gone, counted until then
   */
  record Filled(int capacity, Instant at, long used, Instant until) {
    int left() {
      return (int) Math.max(0, capacity - used);
    }
  }

  private final WholeFile file;
  private final Map<Kind, Filled> filled = new EnumMap<>(Kind.class);

  SupplyBook(Path file) throws IOException {
    this.file = new WholeFile(file, MOST);
    this.file
        .read()
        .ifPresent(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().forEach(this::take));
  }

  private void take(String line) {
    Matcher matcher = LINE.matcher(line);
    Optional<Kind> kind = matcher.matches() ? Kind.of(matcher.group(1)) : Optional.empty();
    if (kind.isPresent()) {
      try {
        filled.put(
            kind.get(),
            new Filled(
                Integer.parseInt(matcher.group(2)),
                Instant.parse(matcher.group(3)),
                Long.parseLong(matcher.group(4)),
                Instant.parse(matcher.group(5))));
      } catch (java.time.DateTimeException e) {
        filled.remove(kind.get());
      }
    }
  }

  Optional<Filled> of(Kind kind) {
    return Optional.ofNullable(filled.get(kind));
  }

  /** On the disk when this returns; when it cannot be, nothing changed. */
  void put(Kind kind, Filled changed) throws IOException {
    Map<Kind, Filled> after = new EnumMap<>(Kind.class);
    after.putAll(filled);
    after.put(kind, changed);
    StringBuilder text = new StringBuilder();
    after.forEach(
        (one, said) ->
            text.append(one.word())
                .append(' ')
                .append(said.capacity())
                .append(' ')
                .append(said.at())
                .append(' ')
                .append(said.used())
                .append(' ')
                .append(said.until())
                .append('\n'));
    file.write(text.toString().getBytes(StandardCharsets.UTF_8));
    filled.putAll(after);
  }
}

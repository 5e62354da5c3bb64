package egov.kiosk.gateway.field;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which tablet works in which grid (网格与终端对应关系): a text file of lines {@code KIOSK GRID [BADGE...]},
 * {@code #} before a remark. A tablet with badges behind its grid works for those workers only. Who
 * is not in it works in no grid. Two lines of one tablet and grid add up; one without badges is for
 * everybody. A file that changed is in use with the next message; one that cannot be read leaves
 * the former in use, and is tried again. Whoever changes it writes the new list beside it and
 * replaces the file by rename: what is written in place may be read half written. Safe for use by
 * several threads.
 */
public final class Grids {
  private static final Logger LOG = LoggerFactory.getLogger(Grids.class);
  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z.-]{1,64}");

  private final Optional<Path> file;
  private Map<String, Set<String>> badges = Map.of();
  private Optional<FileTime> read = Optional.empty();
  private String told = "";

  private Grids(Optional<Path> file) {
    this.file = file;
  }

  /** Nobody works in any grid. */
  public static Grids none() {
    return new Grids(Optional.empty());
  }

  /** Those of a file, which may come later. */
  public static Grids of(Path file) {
    return new Grids(Optional.of(file));
  }

  /** Whether a kiosk may speak of the grid it speaks of, for the worker it names. */
  public boolean entitled(String kioskId, FieldReport report) {
    Set<String> known = now().get(kioskId + " " + report.grid());
    return known != null && (known.isEmpty() || known.contains(report.worker()));
  }

  private synchronized Map<String, Set<String>> now() {
    if (file.isEmpty() || !Files.exists(file.get())) {
      return badges;
    }
    try {
      FileTime changed = Files.getLastModifiedTime(file.get());
      if (!Optional.of(changed).equals(read)) {
        String text = Files.readString(file.get(), StandardCharsets.US_ASCII);
        // What is in it cannot become better until it changes; what cannot be read can.
        read = Optional.of(changed);
        badges = parse(text);
      }
      told = "";
    } catch (IOException | IllegalArgumentException e) {
      say(e);
    }
    return badges;
  }

  private void say(Exception problem) {
    String text = String.valueOf(problem);
    if (!text.equals(told)) {
      told = text;
      LOG.error("The list of grids is not read, the former counts: {}", text);
    }
  }

  private static Map<String, Set<String>> parse(String text) {
    Map<String, Set<String>> lines = new HashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
      if (words.length == 1 && words[0].isEmpty()) {
        continue;
      }
      boolean sound =
          words.length >= 2 && Arrays.stream(words).allMatch(one -> WORD.matcher(one).matches());
      if (!sound) {
        throw new IllegalArgumentException("line " + number + " is not KIOSK GRID [BADGE...]");
      }
      lines.merge(
          words[0] + " " + words[1],
          Set.copyOf(new HashSet<>(Arrays.asList(words).subList(2, words.length))),
          Grids::either);
    }
    return lines;
  }

  /** Two lines of one kiosk and grid: who is in either; nobody named is everybody. */
  private static Set<String> either(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Set.of();
    }
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}

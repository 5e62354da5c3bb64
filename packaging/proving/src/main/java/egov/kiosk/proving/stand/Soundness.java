package egov.kiosk.proving.stand;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a full look at the queue's file found. */
final class Soundness {
  private static final Pattern LINE = Pattern.compile("verified (\\w+) missing=([0-9,-]*) .*");

  private final boolean sound;
  private final List<long[]> missing;
  private final String text;

  private Soundness(boolean sound, List<long[]> missing, String text) {
    this.sound = sound;
    this.missing = missing;
    this.text = text;
  }

  static Soundness parse(String line) {
    Matcher found = LINE.matcher(line);
    List<long[]> missing = new ArrayList<>();
    if (!found.matches()) {
      return new Soundness(false, missing, "no answer " + line);
    }
    for (String range : found.group(2).split(",")) {
      if (!range.isEmpty()) {
        String[] ends = range.split("-");
        missing.add(new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[1])});
      }
    }
    return new Soundness(Boolean.parseBoolean(found.group(1)), missing, line);
  }

  boolean sound() {
    return sound;
  }

  boolean missing(long sequence) {
    return missing.stream().anyMatch(range -> range[0] <= sequence && sequence <= range[1]);
  }

  String text() {
    return text;
  }
}

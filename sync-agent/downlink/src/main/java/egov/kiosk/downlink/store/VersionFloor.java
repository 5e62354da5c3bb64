package egov.kiosk.downlink.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers that only ever rise: a second memory of the highest versions seen, so that the loss of
 * what came with them does not open the door to older ones. For one thread.
 */
public final class VersionFloor {
  private static final Pattern LINE = Pattern.compile("([a-z-]{1,32}) ([0-9]{1,18})");

  /** What is numbered. */
  public enum Kind {
    CONFIGURATION,
    CATALOGUE,
    /** The highest configuration that was reverted. */
    REVERTED,
    /** The highest configuration whose reverting the platform was told of. */
    TOLD_REVERTED;

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final StateFile file;
  private final Map<Kind, Long> highest = new EnumMap<>(Kind.class);

  private VersionFloor(StateFile file) {
    this.file = file;
  }

  /** Reads the file; a missing or damaged one counts from 0. */
  public static VersionFloor open(Path path, Disk disk) throws IOException {
    VersionFloor floor = new VersionFloor(new StateFile(path, disk));
    for (String line : floor.file.read()) {
      Matcher matcher = LINE.matcher(line);
      Stream.of(Kind.values())
          .filter(kind -> matcher.matches() && kind.word().equals(matcher.group(1)))
          .forEach(kind -> floor.highest.put(kind, Long.parseLong(matcher.group(2))));
    }
    return floor;
  }

  /** The highest so far, or 0. */
  public long of(Kind kind) {
    return highest.getOrDefault(kind, 0L);
  }

  /** Raises it, on the disk too; does nothing when it is as high already. */
  public void raise(Kind kind, long to) throws IOException {
    if (to <= of(kind)) {
      return;
    }
    Map<Kind, Long> raised = new EnumMap<>(Kind.class);
    raised.putAll(highest);
    raised.put(kind, to);
    List<String> lines =
        raised.entrySet().stream().map(one -> one.getKey().word() + " " + one.getValue()).toList();
    file.write(lines);
    highest.putAll(raised);
  }
}

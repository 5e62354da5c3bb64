package egov.kiosk.watch.component;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Why a component could not be made, out of the trace that Declarative Services keeps. Settings
 * that our own code refuses name themselves and what is allowed; of every other exception the kind
 * is said and no more, for its text may be anybody's. So is what ours repeats of another's.
 */
final class Why {
  private static final String REFUSED = "java.lang.IllegalArgumentException";
  private static final int LONGEST = 300;

  /** An exception's line: {@code Caused by: a.b.Kind: what it says}. */
  private static final Pattern THROWN =
      Pattern.compile("(?:Caused by: )?((?:[a-z0-9_]+\\.)+[A-Z][A-Za-z0-9$]*)(?:: (.*))?");

  /** A frame of ours, whoever loaded it: {@code at app//egov.kiosk.uplink.X.y(X.java:1)}. */
  private static final Pattern OURS = Pattern.compile("\\s*at (?:[^(/]*/)*egov\\.kiosk\\..*");

  private static final Pattern FRAME = Pattern.compile("\\s*at .*");

  private Why() {}

  /**
   * One exception of a trace.
   *
   * @param kind its class
   * @param said its first line; a second one is never believed to be text of ours
   * @param ours whether our code threw it
   */
  private record Thrown(String kind, String said, boolean ours) {
    String simple() {
      return kind.substring(kind.lastIndexOf('.') + 1);
    }
  }

  /** Whether a component could not be made because another one could not. */
  static boolean isWanting(String trace) {
    return trace != null && kind(thrown(trace)).equals("InstantiationException");
  }

  static String of(String trace) {
    if (trace == null) {
      return "no reason is known, see the log";
    }
    List<Thrown> all = thrown(trace);
    Optional<String> refused = refused(all);
    if (refused.isPresent()) {
      return refused.get();
    }
    String kind = kind(all);
    return kind.isEmpty() ? "see the log" : kind + ", see the log";
  }

  private static Optional<String> refused(List<Thrown> all) {
    for (int i = 0; i < all.size(); i++) {
      Thrown one = all.get(i);
      if (one.kind().equals(REFUSED) && one.ours() && one.said().length() <= LONGEST) {
        return Optional.of(own(one.said(), all.subList(i + 1, all.size())));
      }
    }
    return Optional.empty();
  }

  /** What it says, with the kind in place of every text that is not ours. */
  private static String own(String said, List<Thrown> causes) {
    String own = said;
    for (Thrown cause : causes) {
      if (!cause.ours() && !cause.said().isEmpty()) {
        own = own.replace(cause.said(), cause.simple() + ", see the log");
      }
    }
    return own;
  }

  private static String kind(List<Thrown> all) {
    return all.isEmpty() ? "" : all.get(all.size() - 1).simple();
  }

  private static List<Thrown> thrown(String trace) {
    List<String> lines = trace.lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(at -> thrown(lines, at))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Thrown> thrown(List<String> lines, int at) {
    Matcher line = THROWN.matcher(lines.get(at));
    // A text of several lines has its own second line where the first frame would be.
    if (!line.matches() || at + 1 < lines.size() && !FRAME.matcher(lines.get(at + 1)).matches()) {
      return Optional.empty();
    }
    boolean ours = at + 1 < lines.size() && OURS.matcher(lines.get(at + 1)).matches();
    return Optional.of(
        new Thrown(line.group(1), line.group(2) == null ? "" : line.group(2).strip(), ours));
  }
}

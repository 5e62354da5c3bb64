package egov.kiosk.watch.component;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a component could not be made, out of the trace that Declarative Services keeps. Settings
 * that are refused name themselves and what is allowed; of every other exception the kind is said
 * and no more, for its text may be anybody's.
 */
final class Why {
  private static final Pattern REFUSED =
      Pattern.compile("(?m)java\\.lang\\.IllegalArgumentException: (.{1,300}?)\\s*$");
  private static final Pattern KIND =
      Pattern.compile("(?m)^(?:Caused by: )?(?:[a-z0-9_]+\\.)+([A-Z][A-Za-z0-9$]*)");

  private Why() {}

  /** Whether a component could not be made because another one could not. */
  static boolean isWanting(String trace) {
    return trace != null && kind(trace).equals("InstantiationException");
  }

  private static String kind(String trace) {
    String kind = "";
    Matcher kinds = KIND.matcher(trace);
    while (kinds.find()) {
      kind = kinds.group(1);
    }
    return kind;
  }

  static String of(String trace) {
    if (trace == null) {
      return "no reason is known, see the log";
    }
    Matcher refused = REFUSED.matcher(trace);
    if (refused.find()) {
      return refused.group(1);
    }
    String kind = kind(trace);
    return kind.isEmpty() ? "see the log" : kind + ", see the log";
  }
}

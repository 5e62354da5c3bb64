package egov.kiosk.upkeep.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a line whatever could be a person or a secret. Our logs hold neither; this is for
 * the day one does. It would rather mask too much: every Han character (no log of ours has any),
 * every run of six digits or more, every long run of hexadecimal or base64. Stateless.
 */
final class Mask {
  private static final Pattern PEM = Pattern.compile("-----BEGIN.*|-----END.*");
  private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·\\uE000-\\uF8FF]+");

  /** A message's id, drawn by this kiosk, stays: it is how platform and kiosk talk of a message. */
  private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /** A moment stays, with its fractions of a second. */
  private static final String MOMENT = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?";

  /** Alternatives are tried in this order at each place. */
  private static final Pattern RUNS =
      Pattern.compile(
          "(?<keep>"
              + ID
              + "|"
              + MOMENT
              + ")|(?<number>\\d(?:[ -]?\\d){5,}[Xx]?)|(?<hex>[0-9a-fA-F]{24,})"
              + "|(?<base>[A-Za-z0-9+/_-]{40,}={0,2})");

  private Mask() {}

  /** One line without what it may hold. */
  static String line(String line) {
    if (PEM.matcher(line).find()) {
      return "<pem>";
    }
    Matcher runs = RUNS.matcher(HAN.matcher(line).replaceAll("<text>"));
    return runs.replaceAll(
        found -> {
          String keep = runs.group("keep");
          if (keep != null) {
            return Matcher.quoteReplacement(keep);
          }
          return runs.group("number") != null ? "<number>" : "<key>";
        });
  }
}

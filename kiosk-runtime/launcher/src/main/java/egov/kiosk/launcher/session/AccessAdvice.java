package egov.kiosk.launcher.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal of the kiosk's door means, and what to do. */
final class AccessAdvice {
  private static final Pattern SECONDS = Pattern.compile("\"seconds\":([0-9]{1,6})");
  private static final Pattern RULE = Pattern.compile("\"rule\":\"([A-Z_]{1,20})\"");

  private AccessAdvice() {}

  /** The sentence for a code that begins with {@code ACCESS_}. */
  static String of(String code, String body) {
    return switch (code) {
      case "ACCESS_REFUSED" ->
          "refused: badge, PIN or key card are not right; an administrator needs PIN and card"
              + " (--card)";
      case "ACCESS_LOCKED" ->
          "locked by wrong PINs for "
              + find(SECONDS, body)
              + " seconds more; a technician lifts it: kiosk staff unlock";
      case "ACCESS_OFFLINE_TOO_LONG" ->
          "the platform was out of reach for too long; mend the connection first";
      case "ACCESS_NOT_SIGNED_IN" -> "the sign-in is over; begin again";
      case "ACCESS_ROLE_TOO_LOW" -> "this badge may not do that; ask an administrator";
      case "ACCESS_LIMITED" ->
          "first change the PIN (kiosk staff pin), and as an administrator put a key card in force"
              + " (kiosk staff card)";
      case "ACCESS_PIN_TOO_WEAK" ->
          "the new PIN is not taken ("
              + find(RULE, body)
              + "): six to twelve digits, no runs, repeats, dates, badge number or earlier PIN";
      case "ACCESS_NO_SUCH_BADGE" -> "nobody here has that badge";
      case "ACCESS_BADGE_TAKEN" -> "somebody has that badge already";
      case "ACCESS_LAST_ADMINISTRATOR" ->
          "then nobody could administer this kiosk any more; add another administrator first";
      case "ACCESS_CARD_REFUSED" ->
          "no key of SM2, or no such card, or this badge has it or three others already";
      case "ACCESS_FULL" -> "the book of staff is full; remove who is not here any more";
      case "ACCESS_UNAVAILABLE" -> "the book of staff cannot be used; kiosk doctor says what to do";
      case "ACCESS_NOT_RECORDED" ->
          "the audit log cannot be written, and without it this is not done; kiosk doctor says more";
      default -> "the kiosk refused: " + code;
    };
  }

  private static String find(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? matcher.group(1) : "?";
  }
}

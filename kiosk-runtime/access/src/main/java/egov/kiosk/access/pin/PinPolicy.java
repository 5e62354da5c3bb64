package egov.kiosk.access.pin;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.PinRule;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which PINs are taken: six to twelve digits, and not what somebody at the kiosk would try first.
 * About one drawn PIN of six digits in seven is refused; that leaves more than enough. Stateless.
 */
public final class PinPolicy {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{6,12}");
  private static final Pattern FOUR_EQUAL = Pattern.compile("([0-9])\\1{3}");
  private static final Pattern BLOCK = Pattern.compile("([0-9]{2,6})\\1+");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
  private static final int FEWEST_DIFFERENT = 3;
  private static final int LONGEST_RUN = 4;
  private static final int SHORTEST_BADGE = 3;

  /** Ways over the pad, and numbers that sound like words in Chinese. */
  private static final Set<String> COMMON =
      Set.of(
          "147258", "147852", "159357", "258369", "258456", "357159", "369258", "741852", "789456",
          "963852", "520131", "5201314", "131452", "1314520", "112233", "223344", "445566",
          "778899", "100200", "110120", "123698", "147896", "159753", "168168", "147369");

  private PinPolicy() {}

  /** The first rule the PIN of this badge would break; empty when it is taken. */
  public static Optional<PinRule> broken(Badge badge, String pin) {
    if (!SHAPE.matcher(pin).matches()) {
      return Optional.of(PinRule.SHAPE);
    }
    if (pin.chars().distinct().count() < FEWEST_DIFFERENT || FOUR_EQUAL.matcher(pin).find()) {
      return Optional.of(PinRule.REPEATS);
    }
    if (steps(pin) || longestRun(pin) > LONGEST_RUN) {
      return Optional.of(PinRule.RUN);
    }
    if (BLOCK.matcher(pin).matches()) {
      return Optional.of(PinRule.BLOCK);
    }
    if (isDate(pin)) {
      return Optional.of(PinRule.DATE);
    }
    if (madeOf(badge, pin)) {
      return Optional.of(PinRule.BADGE);
    }
    return COMMON.contains(pin) ? Optional.of(PinRule.COMMON) : Optional.empty();
  }

  /** Whether every digit is the same step behind the one before, as in 246802. */
  private static boolean steps(String pin) {
    int step = step(pin, 1);
    for (int i = 2; i < pin.length(); i++) {
      if (step(pin, i) != step) {
        return false;
      }
    }
    return true;
  }

  private static int longestRun(String pin) {
    int longest = 1;
    int run = 1;
    for (int i = 1; i < pin.length(); i++) {
      int step = step(pin, i);
      boolean on = (step == 1 || step == 9) && (run == 1 || step == step(pin, i - 1));
      run = on ? run + 1 : (step == 1 || step == 9 ? 2 : 1);
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** From 0 to 9, so that 890123 runs as well. */
  private static int step(String pin, int at) {
    return Math.floorMod(pin.charAt(at) - pin.charAt(at - 1), 10);
  }

  private static boolean isDate(String pin) {
    Matcher year = YEAR.matcher(pin);
    if (year.lookingAt() || year.region(pin.length() - 4, pin.length()).matches()) {
      return true;
    }
    return pin.length() == 6 && (monthAndDay(pin.substring(0, 4)) || monthAndDay(pin.substring(2)));
  }

  private static boolean monthAndDay(String digits) {
    int month = Integer.parseInt(digits.substring(0, 2));
    int day = Integer.parseInt(digits.substring(2));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static boolean madeOf(Badge badge, String pin) {
    String digits = badge.value().replaceAll("[^0-9]", "");
    return digits.length() >= SHORTEST_BADGE
        && (pin.contains(digits)
            || pin.contains(new StringBuilder(digits).reverse())
            || digits.contains(pin));
  }
}

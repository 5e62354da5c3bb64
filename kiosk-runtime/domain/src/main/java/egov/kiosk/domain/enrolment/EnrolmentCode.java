package egov.kiosk.domain.enrolment;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A one-time code (一次性开通码) as an operator hands it over and a technician types it: 75 random bits
 * as 15 characters and a check character, in four groups, e.g. {@code 7K3M-0QWX-ZR4T-95HC}. Letters
 * that look like digits are not used and read as the digits. The check finds every single wrong
 * character and every two neighbours swapped, so that a slip of the finger never costs an attempt.
 * Prints nothing of itself but through {@link #typed}.
 */
public final class EnrolmentCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_CHARACTERS = 15;
  private static final int GROUP = 4;
  private static final int LONGEST_INPUT = 64;

  /** A prime above the alphabet's size: differences and weights never cancel out. */
  private static final int MODULUS = 37;

  /** Five more characters than the alphabet has, for the check alone. */
  private static final String CHECKS = ALPHABET + "*~$=U";

  private final String characters;

  private EnrolmentCode(String characters) {
    this.characters = characters;
  }

  /** Draws a code. */
  public static EnrolmentCode draw(RandomGenerator random) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new EnrolmentCode(drawn.append(check(drawn)).toString());
  }

  /**
   * Reads what somebody typed; empty when it cannot be a code. Case, spaces and hyphens do not
   * matter; O reads as 0, I and L read as 1.
   */
  public static Optional<EnrolmentCode> parse(CharSequence typed) {
    if (typed.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char unit = upper(typed.charAt(i));
      if (unit != ' ' && unit != '-' && unit != '\t') {
        read.append(unit == 'O' ? '0' : unit == 'I' || unit == 'L' ? '1' : unit);
      }
    }
    if (read.length() != RANDOM_CHARACTERS + 1) {
      return Optional.empty();
    }
    String drawn = read.substring(0, RANDOM_CHARACTERS);
    boolean known = drawn.chars().allMatch(unit -> ALPHABET.indexOf(unit) >= 0);
    return known && check(drawn) == read.charAt(RANDOM_CHARACTERS)
        ? Optional.of(new EnrolmentCode(read.toString()))
        : Optional.empty();
  }

  private static char upper(char unit) {
    return unit >= 'a' && unit <= 'z' ? (char) (unit - 'a' + 'A') : unit;
  }

  private static char check(CharSequence drawn) {
    int sum = 0;
    for (int i = 0; i < drawn.length(); i++) {
      sum += (i + 2) * ALPHABET.indexOf(drawn.charAt(i));
    }
    return CHECKS.charAt(sum % MODULUS);
  }

  /** What is random in it: what keys are derived from. */
  public String secret() {
    return characters.substring(0, RANDOM_CHARACTERS);
  }

  /** As it is shown once: in groups. */
  public String typed() {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < characters.length(); i += GROUP) {
      grouped.append(i == 0 ? "" : "-").append(characters, i, i + GROUP);
    }
    return grouped.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnrolmentCode that && characters.equals(that.characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }

  /** Nothing of the code. */
  @Override
  public String toString() {
    return "EnrolmentCode[hidden]";
  }
}

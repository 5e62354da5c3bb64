package egov.kiosk.downlink.command;

import java.util.regex.Pattern;

/**
 * Takes out of a log line whatever could be a citizen's: the log holds none by design, this is the
 * second lock. Any run of eleven digits and more goes, grouped by spaces or hyphens or not, with
 * the X an ID number (身份证号) may end in; so do long hexadecimal and Base64 words, which could be
 * keys.
 */
final class Redaction {
  private static final Pattern DIGITS =
      Pattern.compile("\\p{Nd}(?:[ -]?\\p{Nd}){10,}[ -]?[Xx\\uFF38\\uFF58]?");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9+/_=]{40,}");

  private Redaction() {}

  static String of(String line) {
    return WORDS.matcher(DIGITS.matcher(line).replaceAll("[number]")).replaceAll("[word]");
  }
}

package egov.kiosk.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads a text whose form is known, word for word, and whose values need no escape. Whoever uses it
 * writes what was read again and compares: nothing else tells that there was no escape.
 */
final class FixedText {
  private static final int SECONDS = 20;
  private static final long DAY = 86_400;

  private final String text;
  private int at;

  FixedText(String text) {
    this.text = text;
  }

  /** Goes on behind words that must come now. */
  FixedText skip(String words) {
    if (!skipped(words)) {
      throw new IllegalArgumentException("other words than these");
    }
    return this;
  }

  /** The same if they come now. */
  boolean skipped(String words) {
    boolean there = text.startsWith(words, at);
    at += there ? words.length() : 0;
    return there;
  }

  /** What is between the quotation marks that come now. */
  String text() {
    skip("\"");
    int end = text.indexOf('"', at);
    if (end < 0) {
      throw new IllegalArgumentException("a text without an end");
    }
    String value = text.substring(at, end);
    at = end + 1;
    return value;
  }

  /** The same, or nothing for {@code null}. */
  Optional<String> textOrNull() {
    return skipped("null") ? Optional.empty() : Optional.of(text());
  }

  /**
   * A time as {@link Instant#toString} writes it. Those of four-digit years are read by hand: the
   * general reader takes longer than everything else about a receipt.
   *
   * @throws DateTimeException when it is none
   */
  static Instant instant(String time) {
    int length = time.length();
    if (length < SECONDS || length > SECONDS + 10 || !punctuated(time)) {
      return Instant.parse(time);
    }
    long day =
        LocalDate.of(number(time, 0, 4), number(time, 5, 7), number(time, 8, 10)).toEpochDay();
    int hour = number(time, 11, 13);
    int minute = number(time, 14, 16);
    int second = number(time, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(time);
    }
    int nano = 0;
    if (length > SECONDS) {
      nano = number(time, SECONDS, length - 1);
      for (int digits = length - 1 - SECONDS; digits < 9; digits++) {
        nano *= 10;
      }
    }
    return Instant.ofEpochSecond(DAY * day + 3600L * hour + 60L * minute + second, nano);
  }

  private static boolean punctuated(String time) {
    int length = time.length();
    return time.charAt(4) == '-'
        && time.charAt(7) == '-'
        && time.charAt(10) == 'T'
        && time.charAt(13) == ':'
        && time.charAt(16) == ':'
        && (length == SECONDS || (length > SECONDS + 1 && time.charAt(19) == '.'))
        && time.charAt(length - 1) == 'Z';
  }

  private static int number(String time, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      int digit = time.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException("no time");
      }
      number = 10 * number + digit;
    }
    return number;
  }
}

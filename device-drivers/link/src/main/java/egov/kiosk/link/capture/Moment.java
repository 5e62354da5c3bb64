package egov.kiosk.link.capture;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * One line of a capture.
 *
 * @param millis since the recording began
 * @param kind what happened
 * @param text hex for bytes, a word for a call and its end, otherwise empty
 */
public record Moment(long millis, Kind kind, String text) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** What can happen on a line. */
  public enum Kind {
    /** The line was opened. */
    OPEN("open", ""),
    /** The line could not be opened. */
    ABSENT("absent", ""),
    /** The driver sent bytes. */
    SENT(">", "([0-9A-F]{2})+"),
    /** Bytes came. */
    RECEIVED("<", "([0-9A-F]{2})+"),
    /** The line broke. */
    LOST("lost", ""),
    /** The driver was called; the word is the port's method. */
    CALL("call", "[A-Za-z][A-Za-z0-9]{0,63}"),
    /** That call ended: {@code ok}, {@code ok true}, or a fault. */
    END("end", "ok( [a-z]{1,8})?|[A-Z_]{2,40}"),
    /** How the device is: its state, then its faults. */
    STATE("state", "[A-Z_]{2,40}( [A-Z_,]{2,400})?"),
    /** So many bytes were left out because there were too many at once. */
    LEFT_OUT("left-out", "[0-9]{1,12}");

    private final String word;
    private final String shape;

    Kind(String word, String shape) {
      this.word = word;
      this.shape = shape;
    }
  }

  public Moment {
    Objects.requireNonNull(kind, "kind");
    if (millis < 0 || !text.matches(kind.shape)) {
      throw new IllegalArgumentException("no line of a capture: " + kind.word);
    }
  }

  /** Bytes that went one way. */
  static Moment bytes(long millis, Kind kind, byte[] bytes) {
    return new Moment(millis, kind, HEX.formatHex(bytes));
  }

  /** The bytes of SENT and RECEIVED. */
  public byte[] bytes() {
    return HEX.parseHex(text);
  }

  /** The line as it is written. */
  public String line() {
    return String.format(Locale.ROOT, "%d.%03d %s", millis / 1000, millis % 1000, kind.word)
        + (text.isEmpty() ? "" : " " + text);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Moment parse(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 2 || !parts[0].matches("[0-9]{1,9}\\.[0-9]{3}")) {
      throw new IllegalArgumentException("a line of a capture is SECONDS.MILLIS WORD ...");
    }
    long millis = Long.parseLong(parts[0].replace(".", ""));
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(parts[1])) {
        return new Moment(millis, kind, parts.length == 3 ? parts[2].strip() : "");
      }
    }
    throw new IllegalArgumentException("a capture knows no such word");
  }
}

package egov.kiosk.link;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What went over a link, as text that a person can read and a test can replay. One line an entry:
 * {@code >} sent, {@code <} received, then the bytes in hex; {@code # ...} is a comment. A line
 * {@code > 10 bytes} tells only how many there were.
 *
 * <pre>
 * # find, no card
 * > AAAAAA96690003200122
 * &lt; AAAAAA9669000400008084
 * </pre>
 *
 * @param entries in the order they happened
 */
public record Tape(List<Entry> entries) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  public Tape {
    entries = List.copyOf(entries);
  }

  /** Which way bytes went. */
  public enum Direction {
    SENT,
    RECEIVED
  }

  /**
   * Bytes that went one way in one piece.
   *
   * @param direction which way
   * @param hex upper-case hex without blanks
   */
  public record Entry(Direction direction, String hex) {
    byte[] bytes() {
      return HEX.parseHex(hex);
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when a line is none, or tells lengths only: such a tape cannot
   *     be replayed
   */
  public static Tape parse(String text) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String trimmed = line.strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        entries.add(entry(trimmed, number));
      }
    }
    return new Tape(entries);
  }

  private static Entry entry(String line, int number) {
    String hex = line.substring(1).replaceAll("\\s", "");
    boolean known = line.startsWith(">") || line.startsWith("<");
    if (!known || !hex.matches("([0-9A-Fa-f]{2})+")) {
      throw new IllegalArgumentException(
          "line " + number + " of the tape is not > HEX, < HEX or # comment");
    }
    return new Entry(line.startsWith(">") ? Direction.SENT : Direction.RECEIVED, hex);
  }

  static String line(Direction direction, byte[] bytes, int offset, int length, boolean contents) {
    String what = contents ? HEX.formatHex(bytes, offset, offset + length) : length + " bytes";
    return (direction == Direction.SENT ? "> " : "< ") + what;
  }
}

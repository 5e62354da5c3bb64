package egov.kiosk.printer.escpos;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * GS I 68: the printer's serial number. A printer answers with 5F, up to 80 characters and 00 when
 * it comes to this command in the stream; one that stands still does not answer until it goes on.
 */
public final class SerialNumber {
  /** The most that belongs to one answer. */
  public static final int LONGEST = 82;

  private static final byte[] QUESTION = {0x1D, 0x49, 0x44};
  private static final int BEGIN = 0x5F;
  private static final int MOST_CHARACTERS = 64;

  private SerialNumber() {}

  /** The bytes that ask. */
  public static byte[] question() {
    return QUESTION.clone();
  }

  /** Whether an answer begins with this byte; what comes before it is something else. */
  public static boolean begins(int value) {
    return value == BEGIN;
  }

  /** Whether an answer ends with this byte. */
  public static boolean ends(int value) {
    return value == 0;
  }

  /**
   * The number in an answer.
   *
   * @param answer what came between its first byte and its last
   * @return printable characters without blanks; empty when the printer has none
   */
  public static Optional<String> of(byte[] answer) {
    String told = new String(answer, StandardCharsets.ISO_8859_1).strip().replaceAll("[^!-~]", "_");
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(told.substring(0, Math.min(MOST_CHARACTERS, told.length())));
  }
}

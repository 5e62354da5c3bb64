package egov.kiosk.printer.escpos;

/**
 * GS r 1: the paper status that a printer sends only after it has worked off everything before, and
 * thereby the proof that a slip was printed. Its answer has bits 4 and 7 clear and its two sensor
 * pairs in the low four bits, each pair alike.
 */
public final class PaperConfirmation {
  private static final byte[] QUESTION = {0x1D, 0x72, 0x01};

  private PaperConfirmation() {}

  /** The bytes that ask. */
  public static byte[] question() {
    return QUESTION.clone();
  }

  /** Whether a byte is the answer: nothing, near end (03), end (0C) or both. */
  public static boolean isAnswer(int value) {
    return value == 0x00 || value == 0x03 || value == 0x0C || value == 0x0F;
  }
}

package egov.kiosk.socialcardreader.card;

import java.util.Arrays;

/**
 * What a card answered in the end.
 *
 * @param data without the status word; personal data, overwritten by {@link #wipe}
 * @param status the status word, ISO 7816-4 5.6
 */
record Answer(byte[] data, int status) {
  static final int DONE = 0x9000;
  static final int NO_FILE = 0x6A82;
  static final int NO_RECORD = 0x6A83;

  boolean done() {
    return status == DONE;
  }

  void wipe() {
    Arrays.fill(data, (byte) 0);
  }
}

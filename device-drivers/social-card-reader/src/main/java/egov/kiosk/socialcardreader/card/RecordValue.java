package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.device.DeviceException;
import java.util.Arrays;

/**
 * Takes a record apart: one tag byte, one length byte, the value. Never looks into the value for
 * further tags, so nothing can nest.
 */
final class RecordValue {
  private RecordValue() {}

  /**
   * The value of a record.
   *
   * @param longest the longest value that is believed
   * @return a copy
   * @throws DeviceException when the record is shorter than it says, or says too much
   */
  static byte[] of(byte[] record, int longest) throws DeviceException {
    if (record.length < 2) {
      throw CardFault.invalid("a record of the card is cut off");
    }
    int length = record[1] & 0xFF;
    if (length > longest) {
      throw CardFault.invalid("a record of the card is longer than the standard allows");
    }
    if (length > record.length - 2) {
      throw CardFault.invalid("a record of the card is shorter than it says");
    }
    return Arrays.copyOfRange(record, 2, 2 + length);
  }
}

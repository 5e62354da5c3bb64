package egov.kiosk.transfer;

import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import java.util.Base64;

/** A parcel as a line of text: base64 (RFC 4648 §4) with padding, and in no second way. */
final class ParcelText {
  /** The longest line: a parcel is never larger than one message of the contract allows twice. */
  static final int LONGEST = 128 * 1024;

  private ParcelText() {}

  static String of(byte[] parcel) {
    return Base64.getEncoder().encodeToString(parcel);
  }

  /**
   * Reads a line.
   *
   * @throws ParcelRefusedException {@code MALFORMED} when one character of it could be another
   */
  static byte[] read(String line) throws ParcelRefusedException {
    if (!line.isEmpty() && line.length() <= LONGEST) {
      try {
        byte[] parcel = Base64.getDecoder().decode(line);
        if (of(parcel).equals(line)) {
          return parcel;
        }
      } catch (IllegalArgumentException e) {
        throw malformed();
      }
    }
    throw malformed();
  }

  private static ParcelRefusedException malformed() {
    return new ParcelRefusedException(Reason.MALFORMED, "a line is not a parcel");
  }
}

package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes that are signed in a parcel: a mark that no other signed message begins with, the
 * header's length in 4 bytes, big-endian, the header, the envelope.
 */
record ParcelContent(byte[] header, byte[] envelope) {
  private static final byte[] MARK = "EGOVPARCEL1".getBytes(StandardCharsets.US_ASCII);

  static byte[] write(byte[] header, byte[] envelope) {
    return ByteBuffer.allocate(MARK.length + Integer.BYTES + header.length + envelope.length)
        .put(MARK)
        .putInt(header.length)
        .put(header)
        .put(envelope)
        .array();
  }

  static ParcelContent read(byte[] content) throws CryptoException {
    ByteBuffer input = ByteBuffer.wrap(content);
    byte[] mark = new byte[MARK.length];
    if (content.length < MARK.length + Integer.BYTES) {
      throw CryptoException.messageRefused();
    }
    input.get(mark);
    int length = input.getInt();
    if (!Arrays.equals(mark, MARK) || length < 0 || length > input.remaining()) {
      throw CryptoException.messageRefused();
    }
    byte[] header = new byte[length];
    input.get(header);
    byte[] envelope = new byte[input.remaining()];
    input.get(envelope);
    return new ParcelContent(header, envelope);
  }
}

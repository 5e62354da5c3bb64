package egov.kiosk.idcardreader.sdt;

import java.nio.ByteBuffer;

/**
 * How frames are built: {@code AA AA AA 96 69 | LEN | body | CHK}. LEN is two bytes, high byte
 * first, and counts everything after itself; CHK is the XOR of LEN and body, so that LEN to CHK
 * give zero.
 */
final class SdtFrame {
  /** Where the length stands. */
  static final int PREAMBLE_LENGTH = 5;

  /** Preamble and length. */
  static final int HEADER_LENGTH = 7;

  /** SW1, SW2, SW3 and CHK: no answer is shorter. */
  static final int LEAST_LENGTH = 4;

  /** No answer is longer; the longest known one has 2,314. */
  static final int MOST_LENGTH = 4096;

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

  private SdtFrame() {}

  /** A whole request frame. */
  static byte[] request(SdtCommand command, byte... data) {
    ByteBuffer frame = ByteBuffer.allocate(HEADER_LENGTH + 3 + data.length);
    frame.put(PREAMBLE).putShort((short) (3 + data.length));
    frame.put(command.command()).put(command.parameter()).put(data);
    byte[] bytes = frame.array();
    bytes[bytes.length - 1] = xor(bytes, PREAMBLE_LENGTH, bytes.length - 1);
    return bytes;
  }

  /** The preamble byte at a position 0..4. */
  static byte preamble(int position) {
    return PREAMBLE[position];
  }

  /** The XOR of the bytes from {@code from} to before {@code to}. */
  static byte xor(byte[] bytes, int from, int to) {
    byte xor = 0;
    for (int i = from; i < to; i++) {
      xor ^= bytes[i];
    }
    return xor;
  }
}

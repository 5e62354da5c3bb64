package egov.kiosk.emulator.reader;

import java.nio.ByteBuffer;

/**
 * Builds answers: {@code AA AA AA 96 69 | LEN_H LEN_L | SW1 SW2 SW3 | DATA | CHK}, LEN big-endian
 * and counting everything after itself, CHK the XOR of LEN to DATA.
 */
final class AnswerFrame {
  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};

  /** SW1, SW2, SW3 and CHK. */
  private static final int OVERHEAD = 4;

  private AnswerFrame() {}

  /**
   * One answer.
   *
   * @param status SW3; SW1 and SW2 are zero, the module passes no card status on
   * @param parts the data, in order
   */
  static byte[] of(Status status, byte[]... parts) {
    int dataLength = 0;
    for (byte[] part : parts) {
      dataLength += part.length;
    }
    ByteBuffer frame = ByteBuffer.allocate(PREAMBLE.length + 2 + OVERHEAD + dataLength);
    frame.put(PREAMBLE).putShort((short) (OVERHEAD + dataLength));
    frame.putShort((short) 0).put((byte) status.code());
    for (byte[] part : parts) {
      frame.put(part);
    }
    byte xor = 0;
    for (int i = PREAMBLE.length; i < frame.position(); i++) {
      xor ^= frame.get(i);
    }
    return frame.put(xor).array();
  }
}

package egov.kiosk.cabinet.modbus;

import egov.kiosk.link.capture.Masking;
import java.util.Arrays;

/**
 * What may be written down of the line to a relay board: whole frames as they were, because coils
 * and inputs are nobody's. Everything else is zeros: another device at the wrong plug may say
 * anything.
 */
public final class ModbusMasking implements Masking {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 256;

  @Override
  public byte[] sent(byte[] bytes) {
    return frames(bytes);
  }

  @Override
  public byte[] received(byte[] sent, byte[] bytes) {
    return frames(bytes);
  }

  private static byte[] frames(byte[] bytes) {
    byte[] shown = new byte[bytes.length];
    for (int at = 0; at < bytes.length; ) {
      int length = frame(bytes, at);
      System.arraycopy(bytes, at, shown, at, length);
      at += Math.max(1, length);
    }
    return shown;
  }

  /** The length of the frame that begins here, by its check; 0 when none does. */
  private static int frame(byte[] bytes, int at) {
    int most = Math.min(LONGEST, bytes.length - at);
    for (int length = SHORTEST; length <= most; length++) {
      byte[] candidate = Arrays.copyOfRange(bytes, at, at + length);
      if (Crc16.of(candidate, length) == 0) {
        return known(candidate[1]) ? length : 0;
      }
    }
    return 0;
  }

  private static boolean known(byte function) {
    int plain = function & 0x7F;
    return plain >= Request.READ_COILS && plain <= Request.WRITE_REGISTERS;
  }
}

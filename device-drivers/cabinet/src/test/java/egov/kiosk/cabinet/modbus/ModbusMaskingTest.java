package egov.kiosk.cabinet.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Frames are kept; what another device at the wrong plug says is not. */
class ModbusMaskingTest {
  private final ModbusMasking masking = new ModbusMasking();

  @Test
  void frames_areKept_andNoiseBesideThemIsNot() {
    byte[] frame = Request.readBits(Request.READ_INPUTS, 0, 4).frame(1);
    assertArrayEquals(frame, masking.sent(frame));
    byte[] noisy = new byte[frame.length + 3];
    Arrays.fill(noisy, (byte) 0x55);
    System.arraycopy(frame, 0, noisy, 2, frame.length);
    byte[] clean = new byte[noisy.length];
    System.arraycopy(frame, 0, clean, 2, frame.length);
    assertArrayEquals(clean, masking.received(frame, noisy));
  }

  @Test
  void codeOfAScannerAtTheWrongPlug_isZeros() {
    byte[] code = "CITIZENcode31415926\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] shown = masking.received(new byte[0], code);
    assertArrayEquals(new byte[code.length], shown);
    byte[] changed = Request.writeCoil(1, true).frame(1);
    changed[3] ^= 1;
    assertFalse(Arrays.equals(changed, masking.received(changed, changed)));
  }
}

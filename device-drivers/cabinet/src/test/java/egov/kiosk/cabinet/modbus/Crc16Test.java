package egov.kiosk.cabinet.modbus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published check values, and the frames of the specification's examples. */
class Crc16Test {
  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @Test
  void checkValue_ofTheCatalogue_isReached() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertEquals(0x4B37, Crc16.of(digits, digits.length), "CRC-16/MODBUS");
  }

  @ParameterizedTest
  @CsvSource({
    // Modbus over Serial Line V1.02, appendix B: unit 2, function 7.
    "02074112",
    // The customary example: ten registers of unit 1.
    "01030000000AC5CD"
  })
  void wholeFrame_leavesNoRest(String frame) {
    byte[] bytes = hex(frame);
    assertEquals(0, Crc16.of(bytes, bytes.length));
  }

  @Test
  void requests_areEncodedAsTheSpecificationShows() {
    assertArrayEquals(
        hex("01030000000AC5CD"),
        Request.readRegisters(Request.READ_HOLDING_REGISTERS, 0, 10).frame(1));
    // Application Protocol V1.1b3, 6.11: coils 20 to 29, CD 01.
    boolean[] coils = {true, false, true, true, false, false, true, true, true, false};
    byte[] many = Request.writeCoils(0x13, coils).frame(0x11);
    assertArrayEquals(hex("110F0013000A02CD01"), java.util.Arrays.copyOf(many, 9));
    // 6.5: coil 173 on.
    byte[] one = Request.writeCoil(0xAC, true).frame(0x11);
    assertArrayEquals(hex("110500ACFF00"), java.util.Arrays.copyOf(one, 6));
    // 6.12: two registers from 2, 000A and 0102.
    byte[] registers = Request.writeRegisters(1, new int[] {0x0A, 0x102}).frame(1);
    assertArrayEquals(hex("01100001000204000A0102"), java.util.Arrays.copyOf(registers, 11));
    assertEquals(0, Crc16.of(registers, registers.length));
  }
}

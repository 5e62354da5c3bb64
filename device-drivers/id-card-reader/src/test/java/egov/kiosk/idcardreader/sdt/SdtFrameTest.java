package egov.kiosk.idcardreader.sdt;

import static egov.kiosk.idcardreader.sdt.SdtVectors.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdtFrameTest {
  @ParameterizedTest
  @CsvSource({
    "RESET, AA AA AA 96 69 00 03 10 FF EC",
    "STATUS, AA AA AA 96 69 00 03 11 FF ED",
    "MODULE_ID, AA AA AA 96 69 00 03 12 FF EE",
    "FIND, AA AA AA 96 69 00 03 20 01 22",
    "SELECT, AA AA AA 96 69 00 03 20 02 21",
    "READ, AA AA AA 96 69 00 03 30 01 32",
    "READ_WITH_FINGERPRINTS, AA AA AA 96 69 00 03 30 10 23",
    "NEW_ADDRESSES, AA AA AA 96 69 00 03 30 03 30"
  })
  void request_eachCommand_isThePublishedFrame(SdtCommand command, String frame) {
    assertArrayEquals(hex(frame), SdtFrame.request(command));
  }

  @ParameterizedTest
  @CsvSource({"0x50, AA AA AA 96 69 00 04 61 FF 50 CA", "0x58, AA AA AA 96 69 00 04 61 FF 58 C2"})
  void request_withData_countsAndChecksIt(String value, String frame) {
    byte data = Integer.decode(value).byteValue();
    assertArrayEquals(hex(frame), SdtFrame.request(SdtCommand.MAX_RF_BYTES, data));
  }

  @Test
  void moduleId_publishedBytes_readAsWords() {
    assertEquals(
        "05.01-20240101-0001234567-0987654321",
        ModuleId.text(hex("05 00 01 00 E5 D6 34 01 87 D6 12 00 B1 68 DE 3A")));
  }

  @Test
  void moduleId_allOnes_isUnsigned() {
    assertEquals(
        "65535.65535-4294967295-4294967295-4294967295",
        ModuleId.text(hex("FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF FF")));
  }

  @ParameterizedTest
  @CsvSource({"41, 0x41", "4B, 0x4B", "6D, 0x6D", "0A, 0x0A"})
  void vectors_fourLayouts_haveThePublishedChecksums(String name, String check) {
    byte[] text =
        switch (name) {
          case "41" -> SdtVectors.resident();
          case "4B" -> SdtVectors.hongKongMacaoTaiwan();
          case "6D" -> SdtVectors.foreigner2017();
          default -> SdtVectors.foreigner2023();
        };
    byte[] frame = SdtVectors.readAnswer(text);
    assertEquals(1295, frame.length);
    assertEquals(0x0508, (frame[5] & 0xFF) << 8 | frame[6] & 0xFF);
    assertEquals((byte) Integer.decode(check).intValue(), frame[1294]);
  }
}

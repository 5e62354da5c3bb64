package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as printed in public captures of the SAM protocol (GA/T 467-2019 §7). */
class AnswerFrameTest {

  @ParameterizedTest
  @CsvSource({
    "OK,                   00040000 9094",
    "NO_CARD,              00040000 8084",
    "SELECT_FAILED,        00040000 8185",
    "READ_FAILED,          00040000 4145",
    "NO_CONTENT,           00040000 9195",
    "CHECKSUM_WRONG,       00040000 1014",
    "LENGTH_WRONG,         00040000 1115",
    "COMMAND_WRONG,        00040000 2125",
    "UNRECOGNISED,         00040000 2420",
    "CARD_REJECTS_MODULE,  00040000 3135",
    "MODULE_REJECTS_CARD,  00040000 3236",
    "INFORMATION_ERROR,    00040000 3337",
    "CARD_TYPE_WRONG,      00040000 4044",
    "RANDOM_NUMBER_FAILED, 00040000 4743",
    "SELF_TEST_FAILED,     00040000 6064",
    "NOT_AUTHORISED,       00040000 6662",
  })
  void status_of_isTheCapturedFrame(Status status, String afterPreamble) {
    assertEquals("AAAAAA9669" + afterPreamble.replace(" ", ""), hex(AnswerFrame.of(status)));
  }

  @Test
  void foundCard_of_carriesFourBytes() {
    assertEquals(
        "AAAAAA9669000800009F0000000097", hex(AnswerFrame.of(Status.CARD_FOUND, new byte[4])));
  }

  @Test
  void selectedCard_of_carriesEightBytes() {
    assertEquals(
        "AAAAAA9669000C00009000000000000000009C", hex(AnswerFrame.of(Status.OK, new byte[8])));
  }

  @Test
  void moduleId_of_isLittleEndian() {
    assertEquals(
        "AAAAAA966900140000900500" + "0100E5D6340187D61200B168DE3AF8",
        hex(AnswerFrame.of(Status.OK, ModuleId.bytes())));
  }

  @Test
  void managementNumber_of_hasChecksumB0() {
    byte[] frame = AnswerFrame.of(Status.OK, new byte[28]);
    assertEquals(39, frame.length);
    assertEquals((byte) 0xB0, frame[38]);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}

package egov.kiosk.emulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

  @ParameterizedTest
  @CsvSource({"D5FE, 政", "CEF1, 务", "95328236, 𠀀", "8139EE39, 㐀"})
  void character_decode_isThatOfGb18030(String bytes, String expected) {
    assertEquals(Optional.of(expected), TextDecoder.decode(HexFormat.of().parseHex(bytes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FFFF", "8020", "FE39FE39"})
  void noCharacter_decode_isEmpty(String bytes) {
    assertEquals(Optional.empty(), TextDecoder.decode(HexFormat.of().parseHex(bytes)));
  }
}

package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardLayoutTest {

  @ParameterizedTest
  @CsvSource({"RESIDENT, 20", "HMT, 4A", "FOREIGNER2017, 49", "FOREIGNER2023, 59"})
  void emptyCard_text_isBlanksAndTheFlag(CardLayout layout, String flag) {
    byte[] text = layout.text(Map.of());
    assertEquals(256, text.length);
    assertEquals(flag, "%02X".formatted(text[248]));
    for (int i = 0; i < text.length; i++) {
      if (i != 248) {
        assertEquals(i % 2 == 0 ? ' ' : 0, text[i], "byte " + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CardLayout.class)
  void fields_offsets_doNotOverlapEachOtherOrTheFlag(CardLayout layout) {
    boolean[] taken = new boolean[256];
    taken[248] = true;
    taken[249] = true;
    for (CardField field : layout.fields()) {
      for (int i = field.offset(); i < field.offset() + field.length(); i++) {
        assertTrue(!taken[i], field.name() + " overlaps at " + i);
        taken[i] = true;
      }
    }
  }

  @Test
  void valueThatDoesNotFit_text_isRefused() {
    Map<String, String> tooLong = Map.of("name", "字".repeat(16));
    assertThrows(IllegalArgumentException.class, () -> CardLayout.RESIDENT.text(tooLong));
  }

  @Test
  void fieldOfAnotherLayout_text_isRefused() {
    Map<String, String> foreign = Map.of("passNumber", "H1");
    assertThrows(IllegalArgumentException.class, () -> CardLayout.RESIDENT.text(foreign));
  }
}

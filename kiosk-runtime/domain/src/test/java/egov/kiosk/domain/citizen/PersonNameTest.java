package egov.kiosk.domain.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource({"张三, 张*", "张三丰, 张*", "欧阳锋, 欧阳*", "欧阳, 欧*", "SMITH JOHN, S*", "𠮷田, 𠮷*", "㐂, 㐂*"})
  void masked_keepsTheSurname(String name, String masked) {
    assertEquals(masked, new PersonName(name).masked());
    assertEquals(masked, new PersonName(name).toString());
  }

  @Test
  void rareCharacters_areKeptExactly() {
    String rare = "𠮷\uE863䶮";
    assertEquals(rare, new PersonName(rare).value());
  }

  @ParameterizedTest
  @CsvSource({"张\uE863, true", "张\uDB80\uDC00, true", "𠮷田, false", "㐂䶮, false", "张三, false"})
  void privateUse_isToldFromRare(String name, boolean privateUse) {
    assertEquals(privateUse, new PersonName(name).privateUse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " 张三", "张三 ", "张\uD842", "\uDFB7三"})
  void blankOrBrokenNames_areRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> new PersonName(name));
  }
}

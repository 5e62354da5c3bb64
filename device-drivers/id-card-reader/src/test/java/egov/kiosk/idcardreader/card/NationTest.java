package egov.kiosk.idcardreader.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NationTest {
  /** Includes the rows a public table got wrong: 25 was dropped and 46 misspelt. */
  @ParameterizedTest
  @CsvSource({
    "01, 汉",
    "02, 蒙古",
    "15, 土家",
    "24, 拉祜",
    "25, 水",
    "26, 东乡",
    "36, 毛南",
    "37, 仡佬",
    "45, 鄂温克",
    "46, 德昂",
    "47, 保安",
    "55, 珞巴",
    "56, 基诺",
    "97, 其他",
    "98, 外国血统中国籍人士"
  })
  void label_code_isTheStandardsWord(String code, String label) {
    assertEquals(label, Nation.label(code));
  }

  @Test
  void label_unknownCode_isTheCodeItself() {
    assertEquals("57", Nation.label("57"));
    assertEquals("", Nation.label(""));
  }

  @Test
  void all_table_has58DifferentWords() {
    assertEquals(58, Nation.all().size());
    assertEquals(58, new HashSet<>(Nation.all().values()).size());
    assertFalse(Nation.all().containsKey("57"));
  }
}

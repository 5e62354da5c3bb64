package egov.kiosk.assist.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.assist.Speech;
import egov.kiosk.domain.assist.SpokenKind;
import egov.kiosk.domain.assist.SpokenLanguage;
import egov.kiosk.domain.assist.SpokenPace;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {
  private final Script script = new Script(Tables.DATA.readings());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "大约5秒 | 大约五秒",
        "等2秒 | 等两秒",
        "第2步，共5步 | 第二步，共五步",
        "请拨12345 | 请拨幺二三四五",
        "满60周岁 | 满六十周岁",
        "上午8:30到12:00 | 上午八点三十分到十二点",
        "2026年 | 二零二六年",
        "2026-01-05 | 二零二六年一月五日",
        "230.50元 | 二百三十元五角",
        "0.05元 | 零元零五分",
        "20013元 | 二万零十三元",
        "3501**********999X | 尾号九九九X",
        "138****1234 | 尾号一二三四",
        "张* | 张某",
        "测** | 测某某",
        "100% | 百分之一百",
        "3.5 | 三点五",
        "12号楼3单元502室 | 十二号楼三单元五百零二室",
        "您填了10位 | 您填了十位",
        "1005 | 一千零五",
        "110 | 一百一十"
      })
  void chineseText_hasItsNumbersInWords(String text, String said) {
    assertEquals(said, ChineseRules.spoken(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DIGITS | CHINESE | 350102600012 | zh:san1 wu3 ling2 yao1 , ling2 er4 liu4 ling2 , ling2"
            + " ling2 yao1 er4",
        "MONEY | CHINESE | 230.50 | zh:er4 bai3 san1 shi2 yuan2 wu3 jiao3",
        "DATE | CHINESE | 2026-11-21 15:00 | zh:er4 ling2 er4 liu4 nian2 shi2 yi1 yue4 er4 shi2 yi1"
            + " ri4 shi2 wu3 dian3",
        "NAME | CHINESE | 单* | zh:shan4 mou3",
        "NAME | ENGLISH | 张* | zh:zhang1 mou3",
        "DIGITS | ENGLISH | 3501 | en:3 5 0 1",
        "TEXT | ENGLISH | Place your card | en:Place your card",
        "TEXT | ENGLISH | Number 350102 | en:Number 3 5 0 1 0 2",
        "TEXT | CHINESE | EN English | en:EN English",
        "TEXT | CHINESE | 请按EN键。 | zh:qing3 an4 / en:EN / zh:jian4 .",
        "TEXT | ENGLISH | 养老 | zh:yang3 lao3"
      })
  void speech_becomesSyllablesAndEnglish(
      SpokenKind kind, SpokenLanguage language, String text, String said) {
    String parts =
        script.of(new Speech(kind, language, SpokenPace.NORMAL, text)).stream()
            .map(part -> (part.chinese() ? "zh:" : "en:") + part.text().replaceAll(" +", " "))
            .collect(Collectors.joining(" / "));
    assertEquals(said, parts);
  }

  @Property(tries = 500)
  void anyText_isNeverAProblem(@ForAll @StringLength(min = 1, max = 60) String text) {
    for (SpokenKind kind : SpokenKind.values()) {
      for (SpokenLanguage language : SpokenLanguage.values()) {
        if (!text.isBlank()) {
          script.of(new Speech(kind, language, SpokenPace.NORMAL, text));
        }
      }
    }
  }

  /** Whoever could write syllables or marks of their own could make the program do things. */
  @Property(tries = 300)
  void chinese_isNothingButSyllablesAndPauses(
      @ForAll
          @StringLength(min = 1, max = 40)
          @CharRange(from = '\u4e00', to = '\u9fa5')
          @CharRange(from = '0', to = '9')
          @CharRange(from = '!', to = '/')
          String text) {
    for (Part part :
        script.of(new Speech(SpokenKind.TEXT, SpokenLanguage.CHINESE, SpokenPace.NORMAL, text))) {
      assertTrue(part.text().matches("(([a-zê]+[1-5]|[,.]) ?)*"), part.text());
    }
  }
}

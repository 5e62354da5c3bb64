package egov.kiosk.assist.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.assist.AssistUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program itself: what it would speak for a word, in its own notation (espeak-ng -x). */
class PhonemeTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Espeak espeak =
      new Espeak(new VoiceSettings("espeak-ng", Duration.ofSeconds(10), 0));
  private final Readings readings = Tables.DATA.readings();

  @AfterEach
  void close() {
    espeak.close();
  }

  @ParameterizedTest
  @CsvSource({
    "银行, j'i35n X'a35N",
    "还款, X'ua35n khw'a214n",
    "重庆, ts.h'ong35 tS;h'i51N",
    "请, tS;h'i214N",
    "行政, S;'i35N ts.'@51N"
  })
  void word_isSpokenWithTheRightSoundsAndTones(String word, String phonemes)
      throws AssistUnavailableException {
    assertEquals(plain(phonemes), plain(spoken(readings.read(word))));
  }

  @ParameterizedTest
  @CsvSource({"单*, 善某", "仇*, 求某", "区*, 欧某", "查*, 渣某", "解*, 谢某", "曾*, 增某"})
  void surname_soundsLikeItsHomophone(String name, String homophone)
      throws AssistUnavailableException {
    String said = spoken(readings.readName(ChineseRules.spoken(name)));
    assertEquals(spoken(readings.read(homophone)), said);
  }

  @Test
  void everySyllableOfTheTables_isKnownToTheVoice() throws AssistUnavailableException {
    List<String> syllables = readings.syllables();
    assertTrue(syllables.size() > 1_200, () -> syllables.size() + " syllables");
    String said = spoken(syllables);
    // An unknown syllable is spelled by the English voice: (en)…(cmn).
    assertFalse(said.contains("(en)"), said);
    assertTrue(said.split("\\s+").length > 1_200, said);
  }

  private String spoken(List<String> syllables) throws AssistUnavailableException {
    return espeak.phonemes(new Part(true, String.join(" ", syllables)), LIMIT);
  }

  /** Without the marks between syllables. */
  private static String plain(String phonemes) {
    return phonemes.replaceAll("[_|\\s]+", " ").strip();
  }
}

package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.localapi.technician.Doctor;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every sentence a check says has its pair in Chinese, and nothing of the English one is in it. */
@Tag("architecture")
class DoctorWordsTest {
  private static final Pattern PROSE = Pattern.compile("[a-z]{2,} [a-z]{2,}");

  /** Drivers add a fault's code where they hand it on. */
  private static final String WITH_ITS_CODE = " (7)";

  private final Doctor doctor = new Doctor();

  @Test
  void everySentenceOfEveryCheck_isThereInChinese() throws Exception {
    List<String> sentences = DoctorSentences.all();
    assertTrue(sentences.size() > 150, "the sources say " + sentences.size());
    assertEquals(
        List.of(),
        sentences.stream()
            .filter(one -> !known(said(one)) && !known(said(one) + WITH_ITS_CODE))
            .distinct()
            .toList());
  }

  private boolean known(String english) {
    return doctor.inChinese(english).filter(DoctorWordsTest::whole).isPresent();
  }

  private static String said(String sentence) {
    return sentence.substring(sentence.indexOf(": ") + 2);
  }

  private static boolean whole(String chinese) {
    return !chinese.contains("原因见日志") && !PROSE.matcher(chinese).find();
  }

  @Test
  void sentencesAreReadOutOfSources() {
    String source =
        "return left ? Verdict.warn(\"a \" + b.c(\"x\") + \" d\", \"do\") : Verdict.ok(\"e\");"
            + " new Finding(NAME, bad ? A : B, bad ? \"f, g\" : \"h\", Actor.NOBODY, \"i\");"
            + " Finding.ok(name(), what); LOG.warn(\"k\"); act(Level.OK, \"j\", \"do\")";
    assertEquals(List.of("a 7 d", "e", "f, g", "h", "j"), DoctorSentences.sentences(source));
    assertFalse(whole("the moon is away"));
  }
}

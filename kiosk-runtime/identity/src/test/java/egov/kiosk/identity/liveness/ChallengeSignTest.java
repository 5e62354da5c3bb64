package egov.kiosk.identity.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.identity.vision.OpenCvNative;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChallengeSignTest {
  private final Sitter sitter = new Sitter();
  private double open = 0.99;

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  private void see(ChallengeSign sign, int frames) {
    for (int i = 0; i < frames; i++) {
      sign.see(sitter.at(i, ScreenLight.OFF));
    }
  }

  private Sign afterMove(FaceChallenge asked, double turn, double nod, double lids, boolean back) {
    ChallengeSign sign = new ChallengeSign(asked, face -> open);
    see(sign, 4);
    sitter.turn += turn;
    sitter.nod += nod;
    open -= lids;
    see(sign, 3);
    if (back) {
      sitter.turn -= turn;
      sitter.nod -= nod;
      open += lids;
      see(sign, 2);
    }
    return sign.sign();
  }

  @ParameterizedTest
  @CsvSource({
    "TURN_LEFT, 0.2, 0, 0",
    "TURN_RIGHT, -0.2, 0, 0",
    "NOD, 0, 0.12, 0",
    "NOD, 0, -0.12, 0",
    "BLINK, 0, 0, 0.8"
  })
  void done_countsOnceTheFaceIsAtRestAgain(
      FaceChallenge asked, double turn, double nod, double lids) {
    assertEquals(Sign.UNSURE, afterMove(asked, turn, nod, lids, false), "still on its way");
    assertEquals(Sign.LIVE, new ChallengeSignTest().afterMove(asked, turn, nod, lids, true));
  }

  @ParameterizedTest
  @CsvSource({
    "TURN_LEFT, -0.2, 0, 0",
    "TURN_RIGHT, 0.2, 0, 0",
    "TURN_LEFT, 0.05, 0, 0",
    "NOD, 0.2, 0, 0",
    "BLINK, 0, 0.2, 0.1",
    "TURN_LEFT, 0, 0.2, 0.9"
  })
  void somethingElse_orTooLittle_doesNotCount(
      FaceChallenge asked, double turn, double nod, double lids) {
    assertEquals(Sign.UNSURE, afterMove(asked, turn, nod, lids, true));
  }

  @Test
  void faceThatRestsTurned_isMeasuredFromThere() {
    sitter.turn = 0.15;
    assertEquals(Sign.LIVE, afterMove(FaceChallenge.TURN_RIGHT, -0.15, 0, 0, true));
  }

  @ParameterizedTest
  @EnumSource(
      value = FaceChallenge.class,
      names = {"TURN_LEFT", "TURN_RIGHT", "NOD"})
  void sheetOfPaper_turnedHoweverFar_doesNotCount(FaceChallenge asked) {
    ChallengeSign sign = new ChallengeSign(asked, face -> open);
    see(sign, 4);
    for (double width = 1; width > 0.3; width -= 0.05) {
      sitter.sheet = width;
      see(sign, 1);
    }
    sitter.sheet = 1;
    see(sign, 3);
    assertEquals(Sign.UNSURE, sign.sign());
  }

  @Test
  void restingEyes_blinkIsAskedForWhereEyesArePlainlyOpen() {
    double[] seen = {0.9, 0.2, 0.95, 0.9};
    int[] next = {0};
    RestingEyes eyes = new RestingEyes(face -> OptionalDouble.of(seen[next[0]++ % seen.length]));
    assertFalse(eyes.readable());
    for (int i = 0; i < 4; i++) {
      eyes.see(sitter.at(i, ScreenLight.OFF));
    }
    assertTrue(eyes.readable(), "one blink among them does no harm");
  }

  @Test
  void restingEyes_behindDarkGlassesOrWithoutAModel_noBlinkIsAskedFor() {
    for (OptionalDouble value : new OptionalDouble[] {OptionalDouble.of(0.4), empty()}) {
      RestingEyes eyes = new RestingEyes(face -> value);
      for (int i = 0; i < 9; i++) {
        eyes.see(sitter.at(i, ScreenLight.OFF));
      }
      assertFalse(eyes.readable());
    }
  }

  private static OptionalDouble empty() {
    return OptionalDouble.empty();
  }
}

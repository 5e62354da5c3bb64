package egov.kiosk.identity.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.identity.vision.OpenCvNative;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen's light on a schematic face. */
class LightSignTest {
  private static final List<ScreenLight> SHOWN =
      List.of(
          ScreenLight.RED,
          ScreenLight.GREEN,
          ScreenLight.BLUE,
          ScreenLight.RED,
          ScreenLight.BLUE,
          ScreenLight.GREEN);
  private static final long EACH = 550;
  private static final long FRAME = 66;

  private final Sitter sitter = new Sitter();

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  /**
   * What the sign says when the face is lit by these colours, so much later than they are shown.
   */
  private Sign sign(List<ScreenLight> lit, long delay, long end) {
    LightSign sign = new LightSign();
    long next = 0;
    for (int i = 0; i < SHOWN.size(); i++) {
      sign.shone(SHOWN.get(i), i * EACH * 1_000_000);
      for (; next < (i + 1) * EACH && next < end; next += FRAME) {
        long on = next - delay;
        int index = (int) Math.min(lit.size() - 1, on / EACH);
        sign.see(sitter.at(next, on < 0 ? ScreenLight.OFF : lit.get(index)));
      }
    }
    return sign.sign();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 120, 300, 460})
  void headThatFollowsTheScreen_isAlive(long delay) {
    assertEquals(Sign.LIVE, sign(SHOWN, delay, Long.MAX_VALUE));
  }

  @Test
  void evenlyLitSheet_isInDoubt() {
    sitter.sides = sitter.middle;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE));
  }

  @Test
  void sheetBentLikeACylinder_isInDoubt() {
    sitter.sides = sitter.middle * 0.8;
    sitter.chin = sitter.middle;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE));
    sitter.chin = sitter.middle * 0.75;
    assertEquals(Sign.LIVE, sign(SHOWN, 120, Long.MAX_VALUE), "a head");
  }

  /** A print cut along a face that is wider than it: some of its outline is not there at all. */
  @Test
  void evenlyLitPart_ofTheOutline_isEnoughForDoubt() {
    sitter.sides = sitter.middle * 0.4;
    sitter.chin = sitter.middle * 0.85;
    assertEquals(Sign.LIVE, sign(SHOWN, 120, Long.MAX_VALUE), "a head");
    sitter.cheek = sitter.middle;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE));
  }

  @Test
  void sidesOffTheSheet_areNoDepth() {
    sitter.sides = 0;
    sitter.chin = 0;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE));
  }

  @Test
  void chinOffTheSheet_isNoHead() {
    sitter.chin = 0;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE));
  }

  @Test
  void noseThatIsBurntOut_doesNotHideTheCheeks() {
    sitter.nose = 0;
    sitter.sides = sitter.middle * 0.8;
    assertEquals(Sign.LIVE, sign(SHOWN, 120, Long.MAX_VALUE), "a head");
    sitter.sides = sitter.middle * 0.95;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE), "nearly a sheet");
  }

  @Test
  void noseThatShinesAlone_isASheetThatShines() {
    sitter.sides = sitter.middle;
    sitter.nose = sitter.middle * 1.3;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE), "a sheet");
    sitter.sides = sitter.middle * 0.8;
    assertEquals(Sign.LIVE, sign(SHOWN, 120, Long.MAX_VALUE), "a head");
  }

  @Test
  void chinOfATurnedHead_isSeenBesideIt_butNotWhereASheetIsAsBright() {
    sitter.chin = 0;
    sitter.besideChin = sitter.middle * 0.6;
    assertEquals(Sign.LIVE, sign(SHOWN, 120, Long.MAX_VALUE), "a head");
    sitter.besideChin = sitter.middle;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE), "the edge of a sheet");
  }

  @Test
  void filmWithColoursOfItsOwn_isAnAttack() {
    List<ScreenLight> filmed =
        List.of(
            ScreenLight.BLUE,
            ScreenLight.BLUE,
            ScreenLight.RED,
            ScreenLight.GREEN,
            ScreenLight.RED,
            ScreenLight.RED);
    assertEquals(Sign.ATTACK, sign(filmed, 0, Long.MAX_VALUE));
  }

  @Test
  void lightTooWeakInDaylight_isInDoubtAndNoAttack() {
    sitter.middle = 0;
    sitter.sides = 0;
    assertEquals(Sign.UNSURE, sign(SHOWN, 120, Long.MAX_VALUE));
  }

  @Test
  void answerLaterThanAnyScreen_isNotAlive() {
    assertEquals(false, sign(SHOWN, 1100, Long.MAX_VALUE) == Sign.LIVE);
  }

  @Test
  void tooFewFrames_areInDoubt() {
    assertEquals(Sign.UNSURE, sign(SHOWN, 0, 10 * FRAME));
  }

  @Test
  void beforeAnyLight_nothingIsSeen() {
    LightSign sign = new LightSign();
    sign.see(sitter.at(0, ScreenLight.RED));
    assertEquals(Sign.UNSURE, sign.sign());
  }
}

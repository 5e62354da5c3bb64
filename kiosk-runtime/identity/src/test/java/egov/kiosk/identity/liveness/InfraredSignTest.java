package egov.kiosk.identity.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.identity.vision.FaceBox;
import egov.kiosk.identity.vision.OpenCvNative;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schematic face, and what infrared shows of it: white light on it stands for the lamp. */
class InfraredSignTest {
  private final Sitter visible = new Sitter();
  private final Sitter infrared = new Sitter();
  private final InfraredSign sign = new InfraredSign(new Beside());
  private boolean lit = true;
  private boolean face = true;
  private boolean dead;
  private double shift;
  private long millis;

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  @BeforeEach
  void lamp() {
    infrared.middle = 0.3;
    infrared.sides = 0.05;
  }

  private Sign seen(int pictures) {
    for (int i = 0; i < pictures; i++) {
      millis += 250;
      sign.see(visible.at(millis, ScreenLight.OFF));
    }
    return sign.sign();
  }

  @Test
  void headLitByTheLamp_isAlive() {
    assertEquals(Sign.LIVE, seen(6));
  }

  @Test
  void fewPictures_tellNothing() {
    assertEquals(Sign.UNSURE, seen(3));
  }

  @Test
  void screenOrClearInk_hasNoFaceInInfrared_isAnAttack() {
    face = false;
    assertEquals(Sign.ATTACK, seen(6));
  }

  @Test
  void lampOff_tellsNothing() {
    face = false;
    lit = false;
    assertEquals(Sign.UNSURE, seen(20));
  }

  @Test
  void inkWithSoot_isEvenlyLit_isNoSignOfLife() {
    infrared.middle = 0.2;
    infrared.sides = 0.2;
    assertEquals(Sign.UNSURE, seen(12));
  }

  @Test
  void bentSheet_isAsBrightAtItsChin_isNoSignOfLife() {
    infrared.chin = infrared.middle;
    assertEquals(Sign.UNSURE, seen(12));
  }

  @Test
  void shadeThatIsPrinted_countsForNothing() {
    visible.middle = 0.3;
    visible.sides = 0.05;
    for (int i = 0; i < 12; i++) {
      millis += 250;
      sign.see(visible.at(millis, ScreenLight.WHITE));
    }
    assertEquals(Sign.UNSURE, sign.sign());
  }

  @Test
  void faceElsewhere_isAnAttack() {
    shift = 120;
    assertEquals(Sign.ATTACK, seen(6));
  }

  @Test
  void faceTurnedOtherwise_isAnAttack() {
    infrared.turn = 0.2;
    assertEquals(Sign.ATTACK, seen(6));
  }

  @Test
  void faceMissedNowAndThen_isStillAlive() {
    for (int i = 0; i < 9; i++) {
      face = i % 4 != 0;
      seen(1);
    }
    assertEquals(Sign.LIVE, sign.sign());
  }

  @Test
  void frozenInfraredStream_isAnAttack() {
    dead = true;
    assertEquals(Sign.ATTACK, seen(1));
  }

  private final class Beside implements InfraredBeside {
    @Override
    public void look(long nanos, Consumer<InfraredView> then) {
      Observation seen = infrared.at(nanos / 1_000_000, ScreenLight.WHITE);
      FaceBox box = new FaceBox(80 + shift, 80, 160, 180, 1);
      Observation there = new Observation(seen.picture(), box, seen.shape(), nanos);
      then.accept(new InfraredView(lit, face ? Optional.of(there) : Optional.empty()));
    }

    @Override
    public boolean dead() {
      return dead;
    }
  }
}

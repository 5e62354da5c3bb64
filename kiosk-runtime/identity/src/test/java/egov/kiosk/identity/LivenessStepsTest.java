package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.identity.liveness.LivenessSignal;
import egov.kiosk.identity.liveness.Observation;
import egov.kiosk.identity.liveness.RestingEyes;
import egov.kiosk.identity.liveness.Sign;
import egov.kiosk.identity.liveness.Sitter;
import egov.kiosk.identity.vision.Embedding;
import egov.kiosk.identity.vision.OpenCvNative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Light and challenges, played by a schematic face on a clock of our own, a frame every 66 ms. */
class LivenessStepsTest {
  private static final long FRAME = 66_000_000;

  private final Sitter sitter = new Sitter();
  private final List<FaceChallenge> asked = new ArrayList<>();
  private final Set<FaceChallenge> unable = EnumSet.noneOf(FaceChallenge.class);
  private ScreenLight light = ScreenLight.OFF;
  private FaceChallenge challenge;
  private boolean screen = true;
  private double eyes = 0.95;
  private long now;
  private long askedAt;
  private LivenessSteps steps;
  private Signals signals = Signals.NONE;

  private record Shown(ScreenLight light, long nanos) {}

  private final List<Shown> lights = new ArrayList<>();

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  private Liveness examine(FaceDemand demand, long seed) throws Exception {
    FrameWalk walk =
        new FrameWalk(
            timeout -> {
              now += FRAME;
              byte[] bgr = {(byte) now, (byte) (now >> 24), (byte) (now >> 32)};
              return Optional.of(new Frame(1, 1, bgr, Instant.EPOCH.plusNanos(now)));
            },
            frame -> new View(),
            new Hints(hint -> {}, () -> now),
            () -> now);
    RestingEyes resting = new RestingEyes(seen -> OptionalDouble.of(shut() ? 0.05 : eyes));
    steps = new LivenessSteps(walk, new Page(), new Random(seed), signals, resting);
    try (Takes person = new Takes(0.5)) {
      person.add(new Embedding("lab", new float[] {1, 0}), 0.9);
      return steps.examine(demand, person);
    }
  }

  private boolean moving(FaceChallenge what) {
    long since = now - askedAt;
    return challenge == what && !unable.contains(what) && since > 8 * FRAME && since < 14 * FRAME;
  }

  private boolean shut() {
    return moving(FaceChallenge.BLINK);
  }

  @Test
  void twoOfFourChallenges_differFromDrawToDraw() throws Exception {
    Set<List<FaceChallenge>> drawn = new java.util.HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      asked.clear();
      assertEquals(Liveness.PASSED, examine(FaceDemand.CHALLENGE, seed), steps.codes());
      assertEquals(2, asked.size());
      drawn.add(List.copyOf(asked));
    }
    assertTrue(drawn.size() > 3, drawn.toString());
  }

  @Test
  void eyesThatCannotBeRead_areNotAskedToBlink() throws Exception {
    eyes = 0.5;
    for (long seed = 0; seed < 10; seed++) {
      assertEquals(Liveness.PASSED, examine(FaceDemand.CHALLENGE, seed));
    }
    assertFalse(asked.contains(FaceChallenge.BLINK));
  }

  @Test
  void oneThatIsNotDone_anotherTakesItsPlace() throws Exception {
    unable.add(FaceChallenge.NOD);
    for (long seed = 0; seed < 6; seed++) {
      asked.clear();
      assertEquals(Liveness.PASSED, examine(FaceDemand.CHALLENGE, seed));
      assertEquals(asked.contains(FaceChallenge.NOD) ? 3 : 2, asked.size());
    }
  }

  @Test
  void whoCanDoNothing_isNotPassed_andIsNotAnAttack() throws Exception {
    unable.addAll(EnumSet.allOf(FaceChallenge.class));
    assertEquals(Liveness.FAILED, examine(FaceDemand.CHALLENGE, 1));
    assertEquals(2, asked.size());
    assertFalse(steps.attacked());
    assertTrue(steps.codes().startsWith("LIGHT+ "), steps.codes());
  }

  @Test
  void livenessAlone_asksNothing() throws Exception {
    assertEquals(Liveness.PASSED, examine(FaceDemand.LIVENESS, 1));
    assertEquals(List.of(), asked);
    assertEquals(ScreenLight.OFF, light, "the light is off again");
  }

  @Test
  void flatFace_isNotAskedAnyMore() throws Exception {
    sitter.sides = sitter.middle;
    assertEquals(Liveness.FAILED, examine(FaceDemand.CHALLENGE, 1));
    assertEquals(List.of(), asked);
  }

  @Test
  void attackSeenBeforeTheLight_isShownNone() throws Exception {
    signals = watching(Sign.ATTACK, false);
    assertEquals(Liveness.FAILED, examine(FaceDemand.CHALLENGE, 1));
    assertEquals(0, lights.size());
    assertTrue(steps.attacked());
  }

  @Test
  void infraredRequired_decidesToo() throws Exception {
    var refusal =
        assertThrows(
            FaceUnavailableException.class,
            () -> {
              signals = watching(Sign.LIVE, true);
              examine(FaceDemand.LIVENESS, 1);
            });
    assertEquals(FaceUnavailableException.Reason.NO_INFRARED, refusal.reason());
    assertEquals(0, lights.size(), "nobody is lit in vain");
  }

  @Test
  void lights_areOfSixColoursAndDrawnTimes() throws Exception {
    Set<ScreenLight> colours = EnumSet.noneOf(ScreenLight.class);
    Set<Long> spans = new java.util.HashSet<>();
    for (long seed = 0; seed < 6; seed++) {
      lights.clear();
      examine(FaceDemand.LIVENESS, seed);
      for (int i = 1; i < lights.size(); i++) {
        Shown before = lights.get(i - 1);
        colours.add(before.light());
        spans.add(lights.get(i).nanos() - before.nanos());
        assertTrue(lights.get(i).nanos() - before.nanos() >= 500_000_000, "never flickers");
        assertFalse(lights.get(i).light() == before.light());
      }
    }
    assertEquals(6, colours.size(), colours.toString());
    assertTrue(spans.size() > 1, spans.toString());
  }

  private static Signals watching(Sign says, boolean required) {
    LivenessSignal signal =
        new LivenessSignal() {
          @Override
          public String code() {
            return "LAB";
          }

          @Override
          public void see(Observation seen) {}

          @Override
          public Sign sign() {
            return says;
          }
        };
    return new Signals(List.of(), List.of(signal), Optional.empty(), required);
  }

  @Test
  void noScreen_isNoLiveness() {
    screen = false;
    var refusal =
        assertThrows(FaceUnavailableException.class, () -> examine(FaceDemand.LIVENESS, 1));
    assertEquals(FaceUnavailableException.Reason.NO_LIVENESS, refusal.reason());
  }

  private final class Page implements FaceStage {
    @Override
    public void hint(FaceHint hint) {}

    @Override
    public boolean light(ScreenLight wanted) {
      light = wanted;
      lights.add(new Shown(wanted, now));
      return screen;
    }

    @Override
    public boolean ask(FaceChallenge wanted) {
      challenge = wanted;
      askedAt = now;
      if (wanted != null) {
        asked.add(wanted);
      }
      return true;
    }
  }

  private final class View implements FrameView {
    @Override
    public FaceHint hint() {
      return FaceHint.NONE;
    }

    @Override
    public boolean hasFace() {
      return true;
    }

    @Override
    public double quality() {
      return 0.9;
    }

    @Override
    public Embedding embed() {
      return new Embedding("lab", new float[] {1, 0});
    }

    @Override
    public Observation observe(long nanos) {
      sitter.turn =
          moving(FaceChallenge.TURN_LEFT) ? 0.2 : moving(FaceChallenge.TURN_RIGHT) ? -0.2 : 0;
      sitter.nod = moving(FaceChallenge.NOD) ? 0.12 : 0;
      return sitter.at(nanos / 1_000_000, light);
    }

    @Override
    public void close() {}
  }
}

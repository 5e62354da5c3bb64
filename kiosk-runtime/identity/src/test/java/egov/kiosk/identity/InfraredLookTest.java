package egov.kiosk.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.InfraredCamera;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.identity.emulator.Blocks;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.trust.ShippedPacks;
import egov.kiosk.identity.trust.TrustSettings;
import egov.kiosk.identity.vision.OpenCvNative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real models, a sample face that no light changes, and an infrared camera beside it. Without a
 * sign of life that is for staff to see; an attack is refused.
 */
@Timeout(180)
class InfraredLookTest {
  private static final int STEP_MILLIS = 120;

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  private final AtomicBoolean off = new AtomicBoolean();
  private boolean still;
  private long count;

  private IdentitySettings settings(boolean required) {
    return new IdentitySettings(
        Optional.of(TestCache.facePack()),
        TrustSettings.pinned(Set.of(ShippedPacks.DEFAULT)),
        FacePolicy.USUAL,
        80,
        Duration.ofSeconds(20),
        true,
        required);
  }

  private OpenCvFaceVerifier verifier(boolean required, Optional<Stage> infrared) throws Exception {
    return verifier(required, () -> infrared.map(Eye::new));
  }

  private OpenCvFaceVerifier verifier(boolean required, Supplier<Optional<? extends Camera>> eye)
      throws Exception {
    var verifier =
        new OpenCvFaceVerifier(
            settings(required),
            new Neighbours(java.util.List::of, eye, event -> {}),
            () -> Duration.ofMillis(count * STEP_MILLIS).toNanos(),
            InstantSource.system());
    assertTrue(verifier.packId(Duration.ofSeconds(60)).isPresent());
    return verifier;
  }

  private FaceMatch look(OpenCvFaceVerifier verifier) throws Exception {
    Stage seen = face();
    return verifier.compare(
        Blocks.demoPortrait(),
        timeout -> Optional.of(at(seen, count, count++)),
        FaceDemand.LIVENESS,
        Duration.ofSeconds(60),
        new Page());
  }

  private static Frame at(Stage stage, long noise, long number) {
    Frame frame = stage.frame(noise);
    Instant takenAt = Instant.EPOCH.plusMillis(number * STEP_MILLIS);
    return new Frame(frame.width(), frame.height(), frame.bgr(), takenAt);
  }

  private static Stage face() {
    return new Stage().unframed("same-01.jpg");
  }

  @Test
  void faceInInfraredToo_isNoAttack() throws Exception {
    try (var verifier = verifier(false, Optional.of(face()))) {
      assertEquals(FaceOutcome.REVIEW, look(verifier).outcome());
      assertTrue(off.get(), "the infrared camera is off after the look");
    }
  }

  @Test
  void nobodyInInfrared_isAnAttack() throws Exception {
    try (var verifier = verifier(false, Optional.of(new Stage().door()))) {
      assertEquals(FaceOutcome.FAIL, look(verifier).outcome());
    }
  }

  @Test
  void lampOut_equalBlackPicturesLeaveItToTheOtherSigns() throws Exception {
    still = true;
    try (var verifier = verifier(false, Optional.of(new Stage().light(0)))) {
      assertEquals(FaceOutcome.REVIEW, look(verifier).outcome());
    }
  }

  @Test
  void requiredAndNotThere_isForStaff_andTheDoctorSaysSo() throws Exception {
    try (var verifier = verifier(true, Optional.empty())) {
      var refusal = assertThrows(FaceUnavailableException.class, () -> look(verifier));
      assertEquals(Reason.NO_INFRARED, refusal.reason());
      assertEquals(Level.WARN, check(verifier).level());
    }
  }

  /** The lamp burnt out, or a cap on the lens; then somebody took a look at it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 90})
  void requiredAndNothingToBeMadeOut_isForStaff_andTheDoctorSaysSoTillItIs(int grey)
      throws Exception {
    Stage[] seen = {new Stage().light(grey / 120.0)};
    try (var verifier = verifier(true, () -> Optional.of(new Eye(seen[0])))) {
      assertEquals(Level.OK, check(verifier).level(), "nobody looked yet");

      var refusal = assertThrows(FaceUnavailableException.class, () -> look(verifier));
      assertEquals(Reason.NO_INFRARED, refusal.reason());
      assertEquals(Level.WARN, check(verifier).level());
      assertEquals(Actor.TECHNICIAN, check(verifier).actor());
      assertTrue(check(verifier).what().contains("infrared"), check(verifier).what());

      seen[0] = face();
      lookTill(verifier, Level.OK);
    }
  }

  /** The other signs decide, and a technician hears of it once, till it shows something again. */
  @ParameterizedTest
  @ValueSource(ints = {0, 90})
  void notRequiredAndNothingToBeMadeOut_theDoctorSaysSoTillItIs_theLogOnce(int grey)
      throws Exception {
    Stage[] seen = {new Stage().light(grey / 120.0)};
    try (var heard = Heard.of(InfraredTrouble.class);
        var verifier = verifier(false, () -> Optional.of(new Eye(seen[0])))) {
      lookTill(verifier, Level.WARN);
      assertEquals(FaceOutcome.REVIEW, look(verifier).outcome(), "the other signs decide");
      assertEquals(Actor.TECHNICIAN, check(verifier).actor());
      assertTrue(check(verifier).what().contains("lens"), check(verifier).what());
      assertFalse(check(verifier).what().contains("staff"), check(verifier).what());
      assertEquals(1, heard.count(InfraredTrouble.DARK));

      seen[0] = face();
      lookTill(verifier, Level.OK);
    }
  }

  private void lookTill(OpenCvFaceVerifier verifier, Level level) {
    // The infrared camera is switched on beside the look, and may come too late for a short one.
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(120))
        .ignoreException(FaceUnavailableException.class)
        .until(
            () -> {
              look(verifier);
              return check(verifier).level() == level;
            });
  }

  private static Finding check(OpenCvFaceVerifier verifier) {
    return new IdentityCheck(verifier).check(Duration.ofSeconds(30));
  }

  private static final class Page implements FaceStage {
    @Override
    public void hint(FaceHint hint) {}

    @Override
    public boolean light(ScreenLight light) {
      return true;
    }
  }

  private final class Eye implements InfraredCamera {
    private final Stage stage;

    Eye(Stage stage) {
      this.stage = stage;
    }

    @Override
    public String name() {
      return "infrared-camera";
    }

    @Override
    public DeviceStatus status() {
      return new DeviceStatus(DeviceState.ONLINE, Set.of(), Instant.EPOCH);
    }

    @Override
    public Camera.Stream open() {
      return new Stream() {
        @Override
        public Optional<Frame> next(Duration timeout) {
          return Optional.of(at(stage, still ? 0 : count, count));
        }

        @Override
        public Optional<byte[]> preview() {
          return Optional.empty();
        }

        @Override
        public void close() {
          off.set(true);
        }
      };
    }
  }
}

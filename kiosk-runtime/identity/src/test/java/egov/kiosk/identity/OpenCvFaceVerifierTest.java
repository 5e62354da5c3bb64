package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.identity.emulator.Blocks;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.trust.ShippedPacks;
import egov.kiosk.identity.trust.TrustSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real models and the sample faces: the card shows the man of {@code same-01}. */
@Timeout(120)
class OpenCvFaceVerifierTest {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Long enough for every frame of a look on a slow machine; it ends with its last frame. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static OpenCvFaceVerifier verifier;
  private static OpenCvFaceVerifier patient;

  private final List<FaceHint> hints = new ArrayList<>();

  private static IdentitySettings settings(Path pack, FacePolicy policy, boolean emulated) {
    return settings(pack, policy, emulated, LOOK);
  }

  private static IdentitySettings settings(
      Path pack, FacePolicy policy, boolean emulated, Duration look) {
    return new IdentitySettings(
        Optional.of(pack),
        TrustSettings.pinned(Set.of(ShippedPacks.DEFAULT, ShippedPacks.CLEAN)),
        policy,
        80,
        look,
        emulated,
        false);
  }

  private static OpenCvFaceVerifier verifier(Path pack) {
    return new OpenCvFaceVerifier(
        settings(pack, FacePolicy.USUAL, true), List::of, System::nanoTime, InstantSource.system());
  }

  @BeforeAll
  static void load() throws Exception {
    verifier = verifier(TestCache.facePack());
    assertEquals(Optional.of("faceplugin-0.0.1"), verifier.packId(Duration.ofSeconds(60)));
  }

  @BeforeAll
  static void loadPatient() {
    patient =
        new OpenCvFaceVerifier(
            settings(TestCache.facePack(), FacePolicy.USUAL, true, PATIENCE),
            List::of,
            System::nanoTime,
            InstantSource.system());
  }

  @AfterAll
  static void close() {
    patient.close();
    verifier.close();
  }

  private FaceMatch compare(FrameSource frames) throws Exception {
    return patient.compare(Blocks.demoPortrait(), frames, Duration.ofSeconds(60), hints::add);
  }

  private Reason unavailable(Portrait portrait, FrameSource frames) {
    return assertThrows(
            FaceUnavailableException.class,
            () -> verifier.compare(portrait, frames, Duration.ofSeconds(30), hints::add))
        .reason();
  }

  private static Stage.Camera camera(String face) {
    return new Stage.Camera(new Stage().with(face, 380, 100, 520));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 7, 12, 16})
  void sameMan_passesAtOnce(int number) throws Exception {
    Stage.Camera camera = camera("same-%02d.jpg".formatted(number));

    FaceMatch match = compare(camera);

    assertEquals(FaceOutcome.PASS, match.outcome(), match.toString());
    assertEquals("faceplugin-0.0.1", match.packId());
    assertEquals(LiveLook.EARLY, camera.handedOut.size());
  }

  @ParameterizedTest
  @CsvSource({"other-01.jpg", "other-02.jpg"})
  void otherPerson_failsAfterTheLastFrame(String face) throws Exception {
    FaceMatch match = compare(camera(face));

    assertEquals(FaceOutcome.FAIL, match.outcome(), match.toString());
    assertEquals(LiveLook.LAST, match.frames());
  }

  @Test
  void everyFrame_isOverwritten() throws Exception {
    Stage.Camera camera = camera("other-01.jpg");

    compare(camera);

    for (var frame : camera.handedOut) {
      for (byte b : frame.bgr()) {
        assertEquals(0, b);
      }
    }
  }

  @Test
  void nobody_isNoLiveFaceAndHintLook() {
    Reason reason = unavailable(Blocks.demoPortrait(), new Stage.Camera(new Stage()));

    assertEquals(Reason.NO_LIVE_FACE, reason);
    assertEquals(List.of(FaceHint.LOOK), hints);
  }

  @Test
  void twoPeople_doNotCount() {
    Stage pair = new Stage().with("same-01.jpg", 100, 100, 420).with("other-01.jpg", 700, 100, 420);

    assertEquals(Reason.NO_LIVE_FACE, unavailable(Blocks.demoPortrait(), new Stage.Camera(pair)));
    assertEquals(List.of(FaceHint.ONE_PERSON), hints);
  }

  @Test
  void queueFarBehind_doesNotDisturb() throws Exception {
    Stage queue =
        new Stage().with("same-02.jpg", 100, 100, 600).with("other-01.jpg", 900, 300, 170);

    assertEquals(FaceOutcome.PASS, compare(new Stage.Camera(queue)).outcome());
  }

  @Test
  void smallFace_isHintedCloser() {
    Stage far = new Stage().with("same-01.jpg", 600, 300, 100);

    assertEquals(Reason.NO_LIVE_FACE, unavailable(Blocks.demoPortrait(), new Stage.Camera(far)));
    assertEquals(List.of(FaceHint.CLOSER), hints);
  }

  @Test
  void darkFace_isHintedDark() {
    Stage dark = new Stage().with("same-04.jpg", 380, 100, 520).light(0.15);

    assertEquals(Reason.NO_LIVE_FACE, unavailable(Blocks.demoPortrait(), new Stage.Camera(dark)));
    assertEquals(List.of(FaceHint.DARK), hints);
  }

  @Test
  void blurredFace_isNotCompared() {
    Stage blurred = new Stage().with("same-01.jpg", 380, 100, 520).blur(16);

    assertEquals(
        Reason.NO_LIVE_FACE, unavailable(Blocks.demoPortrait(), new Stage.Camera(blurred)));
  }

  @Test
  void closedSource_isNoCameraWithoutSpinning() {
    int[] asked = {0};

    Reason reason =
        unavailable(
            Blocks.demoPortrait(),
            timeout -> {
              asked[0]++;
              return Optional.empty();
            });

    assertEquals(Reason.NO_CAMERA, reason);
    assertEquals(1, asked[0]);
  }

  @Test
  void emptyBlock_isNoPortrait() {
    assertEquals(
        Reason.NO_PORTRAIT, unavailable(new Portrait(new byte[1024]), camera("same-01.jpg")));
  }

  @Test
  void realCardsBlockWithoutDecoder_isNoPortrait() {
    byte[] block = new byte[1024];
    java.util.Arrays.fill(block, (byte) 0x57);

    assertEquals(Reason.NO_PORTRAIT, unavailable(new Portrait(block), camera("same-01.jpg")));
  }

  @Test
  void hostileBlock_isNoPortrait() {
    byte[] block = Blocks.of(Blocks.resource("/attack/portrait/side-65535.jpg"));

    assertEquals(Reason.NO_PORTRAIT, unavailable(new Portrait(block), camera("same-01.jpg")));
  }

  @Test
  void portraitWithoutFace_isSaid() {
    byte[] block = Blocks.of(Blocks.resource("/portrait/gradient.webp"));

    assertEquals(Reason.NO_FACE_ON_CARD, unavailable(new Portrait(block), camera("same-01.jpg")));
  }

  @Test
  void interrupted_endsTheLook() {
    Stage.Camera camera = camera("other-01.jpg");
    FrameSource interrupting =
        timeout -> {
          Thread.currentThread().interrupt();
          return camera.next(timeout);
        };

    assertThrows(InterruptedException.class, () -> compare(interrupting));
    assertFalse(Thread.interrupted());
  }

  @Test
  void damagedPack_isRefusedAndMendedWithoutRestart(@TempDir Path pack) throws Exception {
    try (var files = Files.list(TestCache.facePack())) {
      for (Path file : files.toList()) {
        Files.copy(file, pack.resolve(file.getFileName()));
      }
    }
    Path model = pack.resolve("fr_feature.onnx");
    byte[] good = Files.readAllBytes(model);
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(model, bad);

    try (OpenCvFaceVerifier damaged = verifier(pack)) {
      FaceUnavailableException refusal =
          assertThrows(
              FaceUnavailableException.class,
              () ->
                  damaged.compare(Blocks.demoPortrait(), camera("same-01.jpg"), LOOK, hints::add));
      assertEquals(Reason.NO_PACK, refusal.reason());
      assertTrue(refusal.getMessage().startsWith("fr_feature.onnx is damaged"));
      assertEquals("FAIL", new IdentityCheck(damaged).check(PATIENCE).level().name());

      Files.write(model, good);

      assertEquals("OK", new IdentityCheck(damaged).check(Duration.ofSeconds(30)).level().name());
    }
  }

  @Test
  void rateThePackWasNotMeasuredAt_isNoPackUntilThePolicyIsAnother() throws Exception {
    verifier.reconfigure(settings(TestCache.facePack(), new FacePolicy(2e-4, 1e-3), true));
    try {
      assertEquals(Reason.NO_PACK, unavailable(Blocks.demoPortrait(), camera("same-01.jpg")));
      assertEquals("FAIL", new IdentityCheck(verifier).check(PATIENCE).level().name());
    } finally {
      verifier.reconfigure(settings(TestCache.facePack(), FacePolicy.USUAL, true));
    }
    assertEquals("OK", new IdentityCheck(verifier).check(PATIENCE).level().name());
  }

  @Test
  void emulatorPortraitsOff_isNoPortraitAndWarned() {
    verifier.reconfigure(settings(TestCache.facePack(), FacePolicy.USUAL, false));
    try {
      assertEquals(Reason.NO_PORTRAIT, unavailable(Blocks.demoPortrait(), camera("same-01.jpg")));
      assertEquals("WARN", new IdentityCheck(verifier).check(PATIENCE).level().name());
    } finally {
      verifier.reconfigure(settings(TestCache.facePack(), FacePolicy.USUAL, true));
    }
  }
}

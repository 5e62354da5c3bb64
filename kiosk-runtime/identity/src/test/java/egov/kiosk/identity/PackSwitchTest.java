package egov.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.identity.emulator.Blocks;
import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.PackPlace;
import egov.kiosk.identity.pack.PackPlace.InService;
import egov.kiosk.identity.trust.ShippedPacks;
import egov.kiosk.identity.trust.TrustSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A running verifier whose store is changed from outside, with both packs that ship. */
@Timeout(180)
class PackSwitchTest {
  private static final String DEFAULT = "faceplugin-0.0.1";
  private static final String CLEAN = "dlib-1.0.0";
  private static final Duration LONG = Duration.ofSeconds(60);

  private final AtomicInteger notes = new AtomicInteger();
  private final List<AuditEvent> told = new CopyOnWriteArrayList<>();
  @TempDir Path store;
  private PackPlace place;

  @BeforeEach
  void fill() throws IOException {
    place = new PackPlace(store);
    copy(TestCache.facePack(), place.pack(DEFAULT));
    copy(TestCache.cleanFacePack(), place.pack(CLEAN));
    note(DEFAULT, Optional.empty());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private void note(String current, Optional<String> previous) throws IOException {
    Path file = store.resolve(PackPlace.IN_SERVICE);
    Files.writeString(file, new InService(current, previous).text());
    // Two notes within one tick of a coarse clock would look alike.
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.EPOCH.plusSeconds(notes.incrementAndGet())));
  }

  private OpenCvFaceVerifier verifier() {
    IdentitySettings settings =
        new IdentitySettings(
            Optional.of(store),
            TrustSettings.pinned(Set.of(ShippedPacks.DEFAULT, ShippedPacks.CLEAN)),
            FacePolicy.USUAL,
            80,
            Duration.ofSeconds(20),
            true,
            false);
    return new OpenCvFaceVerifier(
        settings,
        new Neighbours(List::of, Optional::empty, told::add),
        System::nanoTime,
        InstantSource.system());
  }

  private static FrameSource camera() {
    return new Stage.Camera(new Stage().with("same-03.jpg", 380, 100, 520));
  }

  private static FaceMatch compare(OpenCvFaceVerifier verifier, FrameSource frames)
      throws Exception {
    return verifier.compare(Blocks.demoPortrait(), frames, LONG, hint -> {});
  }

  @Test
  void switchDuringAComparison_endsOnTheOldPackAndTheNextUsesTheNew() throws Exception {
    try (OpenCvFaceVerifier verifier = verifier()) {
      FrameSource camera = camera();
      FaceMatch under =
          compare(
              verifier,
              timeout -> {
                switchQuietly();
                return camera.next(timeout);
              });
      assertEquals(DEFAULT, under.packId());
      assertEquals(FaceOutcome.PASS, under.outcome());

      assertEquals(CLEAN, compare(verifier, camera()).packId());
      assertEquals(Optional.empty(), verifier.refusal(LONG));
      assertEquals(
          List.of(
              "INSTALLED " + CLEAN,
              "INSTALLED " + DEFAULT,
              "IN_SERVICE " + DEFAULT,
              "IN_SERVICE " + CLEAN),
          records());
    }
  }

  private List<String> records() {
    return told.stream()
        .map(AuditEvent::attributes)
        .map(said -> said.get(AuditAttribute.REASON) + " " + said.get(AuditAttribute.RELEASE))
        .toList();
  }

  private void switchQuietly() {
    try {
      note(CLEAN, Optional.of(DEFAULT));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusedSwitch_leavesTheOldPackInServiceAndSaysWhy() throws Exception {
    try (OpenCvFaceVerifier verifier = verifier()) {
      assertEquals(DEFAULT, verifier.packId(LONG).orElseThrow());
      Files.writeString(place.pack(CLEAN).resolve("landmark_68.onnx"), "damaged");
      note(CLEAN, Optional.empty());

      assertEquals(DEFAULT, compare(verifier, camera()).packId());
      assertTrue(verifier.refusal(LONG).orElseThrow().startsWith("landmark_68.onnx is damaged"));
      assertEquals("WARN", new IdentityCheck(verifier).check(LONG).level().name());

      assertEquals("REFUSED " + DEFAULT, records().get(3), "it goes on in place of a refused one");
      assertEquals(4, records().size(), "told once");

      note(DEFAULT, Optional.empty());
      assertEquals(DEFAULT, verifier.packId(LONG).orElseThrow());
      assertEquals(Optional.empty(), verifier.refusal(LONG));
    }
  }

  @Test
  void damagedPackAtStart_thePreviousOneTakesItsPlace() throws Exception {
    Files.delete(place.pack(CLEAN).resolve("dlib_resnet.onnx"));
    note(CLEAN, Optional.of(DEFAULT));

    try (OpenCvFaceVerifier verifier = verifier()) {
      assertEquals(DEFAULT, verifier.packId(LONG).orElseThrow());
      assertTrue(
          verifier.refusal(LONG).orElseThrow().startsWith("dlib_resnet.onnx cannot be read"));
    }
  }
}

package egov.kiosk.identity.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.identity.TestCache;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackFile;
import egov.kiosk.identity.vision.OpenCvNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestTest {
  @TempDir Path folder;

  @BeforeAll
  static void load() {
    OpenCvNative.load();
  }

  private FacePack read() throws FacePackException {
    return FacePack.read(folder, (manifest, signature) -> "anybody");
  }

  private String refusal() throws FacePackException {
    FacePack pack = read();
    return assertThrows(FacePackException.class, () -> new SelfTest(pack).run()).getMessage();
  }

  private void exchange(String file, byte[] bytes) throws IOException {
    exchange(TestCache.facePack(), file, bytes);
  }

  /** A copy of a pack in which one file holds other bytes, its digests put right. */
  private void exchange(Path pack, String file, byte[] bytes) throws IOException {
    try (var files = Files.list(pack)) {
      for (Path each : files.toList()) {
        Files.copy(each, folder.resolve(each.getFileName()));
      }
    }
    PackFile was = PackFile.of(file, Files.readAllBytes(pack.resolve(file)));
    PackFile is = PackFile.of(file, bytes);
    Path manifest = folder.resolve("pack.properties");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace(was.sha256(), is.sha256()).replace(was.sm3(), is.sm3()));
    Files.write(folder.resolve(file), bytes);
  }

  @Test
  void packThatIsAsItsMakerSays_passes() throws Exception {
    assertEquals(
        "embedder answers as it should",
        new SelfTest(FacePack.read(TestCache.facePack(), (m, s) -> "anybody")).run().get(2));
  }

  @Test
  void otherWeights_failAndNameTheModel() throws Exception {
    Path clean = TestCache.cleanFacePack();
    byte[] model = Files.readAllBytes(clean.resolve("dlib_resnet.onnx"));
    // Around the middle there are weights, not structure.
    Arrays.fill(model, model.length / 2, model.length / 2 + 300_000, (byte) 0);
    exchange(clean, "dlib_resnet.onnx", model);

    assertEquals(
        "face pack dlib-1.0.0 fails its self-test: the embedder does not answer as its maker says",
        refusal());
  }

  @Test
  void truncatedModel_isNoModel() throws Exception {
    byte[] model = Files.readAllBytes(TestCache.facePack().resolve("fr_landmark.onnx"));
    exchange("fr_landmark.onnx", Arrays.copyOf(model, model.length / 3));

    assertTrue(refusal().contains("landmarker"));
  }

  @Test
  void otherAnswers_fail() throws Exception {
    exchange("selftest.expected", "detector.1 = 3 1 1 1 1\n".getBytes());

    assertTrue(refusal().contains("the detector does not answer"));
  }

  @Test
  void malformedAnswers_areSaid() throws Exception {
    exchange("selftest.expected", "detector.1 = many\n".getBytes());

    assertEquals("the self-test's answers are malformed", refusal());
  }

  @Test
  void pictureThatClaimsToBeHuge_isNotDecoded() throws Exception {
    byte[] png = Files.readAllBytes(TestCache.facePack().resolve("selftest.png"));
    png[16] = 0x7F;
    exchange("selftest.png", png);

    assertTrue(refusal().contains("no PNG of at most 1024 pixels"));
  }
}

package egov.kiosk.identity.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacePackTest {
  @TempDir Path folder;

  @BeforeEach
  void writePack() throws IOException {
    new LabPack().write(folder);
  }

  private String refusal() {
    return assertThrows(FacePackException.class, () -> FacePack.read(folder, LabPack.ANYBODY))
        .getMessage();
  }

  @Test
  void wholePack_isRead() throws FacePackException {
    FacePack pack = FacePack.read(folder, LabPack.ANYBODY);

    assertEquals("lab-1", pack.id());
    assertEquals("anybody", pack.believed());
    assertArrayEquals(LabPack.contents("landmarker.onnx"), pack.model(ModelRole.LANDMARKER));
    assertEquals(320, pack.entry(ModelRole.DETECTOR).input().width());
    assertFalse(pack.has(ModelRole.LIVENESS));
    assertThrows(IllegalArgumentException.class, () -> pack.model(ModelRole.LIVENESS));
  }

  @Test
  void changedFile_isRefusedByName() throws IOException {
    Files.writeString(folder.resolve("landmarker.onnx"), "other bytes");

    String refusal = refusal();

    assertTrue(refusal.startsWith("landmarker.onnx is damaged or was replaced: its sha256"));
    assertFalse(refusal.contains(folder.toString()), "no path in the message");
  }

  @Test
  void rightSha256WrongSm3_isRefused() throws IOException {
    new LabPack().set("embedder.sm3", "0".repeat(64)).write(folder);

    assertTrue(refusal().startsWith("embedder.onnx is damaged or was replaced: its sm3"));
  }

  @Test
  void swappedFiles_areRefused() throws IOException {
    Files.move(folder.resolve("detector.onnx"), folder.resolve("x"));
    Files.move(folder.resolve("embedder.onnx"), folder.resolve("detector.onnx"));
    Files.move(folder.resolve("x"), folder.resolve("embedder.onnx"));

    assertTrue(refusal().contains("is damaged or was replaced"));
  }

  @Test
  void missingFile_isRefusedByName() throws IOException {
    Files.delete(folder.resolve("embedder.onnx"));

    assertTrue(refusal().startsWith("embedder.onnx cannot be read"));
  }

  @Test
  void missingManifest_isRefused() throws IOException {
    Files.delete(folder.resolve(PackManifest.FILE_NAME));

    assertTrue(refusal().startsWith("pack.properties cannot be read"));
  }

  @Test
  void fileThatIsALink_isRefused() throws IOException {
    Files.move(folder.resolve("embedder.onnx"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("embedder.onnx"), folder.resolve("elsewhere"));

    assertTrue(refusal().startsWith("embedder.onnx cannot be read"));
  }

  @Test
  void strangersManifest_isRefusedBeforeItIsRead() throws IOException {
    Files.writeString(folder.resolve(PackManifest.FILE_NAME), "\u0000 no manifest at all");

    assertEquals(
        "not believed",
        assertThrows(
                FacePackException.class,
                () ->
                    FacePack.read(
                        folder,
                        (manifest, signature) -> {
                          throw new FacePackException("not believed");
                        }))
            .getMessage());
  }

  @Test
  void changedAfterReading_modelStays() throws Exception {
    FacePack pack = FacePack.read(folder, LabPack.ANYBODY);
    Files.writeString(folder.resolve("detector.onnx"), "evil");

    assertArrayEquals(LabPack.contents("detector.onnx"), pack.model(ModelRole.DETECTOR));
  }
}

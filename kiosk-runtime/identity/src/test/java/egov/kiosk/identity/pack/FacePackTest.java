package egov.kiosk.identity.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacePackTest {
  /** SHA-256 of "abc", FIPS 180-4. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @BeforeEach
  void writePack() throws IOException {
    for (String name : new String[] {"a.onnx", "b.onnx", "c.onnx"}) {
      Files.writeString(folder.resolve(name), "abc");
    }
    manifest(
        """
        id=lab-1
        detector.file=a.onnx
        detector.sha256=%1$s
        landmarker.file=b.onnx
        landmarker.sha256=%1$s
        embedder.file=c.onnx
        embedder.sha256=%1$s
        """
            .formatted(ABC));
  }

  private void manifest(String text) throws IOException {
    Files.writeString(folder.resolve(PackManifest.FILE_NAME), text);
  }

  private String refusal() {
    return assertThrows(FacePackException.class, () -> FacePack.read(folder)).getMessage();
  }

  @Test
  void wholePack_isRead() throws FacePackException {
    FacePack pack = FacePack.read(folder);

    assertEquals("lab-1", pack.id());
    assertArrayEquals("abc".getBytes(StandardCharsets.US_ASCII), pack.model(ModelRole.LANDMARKER));
  }

  @Test
  void changedFile_isRefusedByName() throws IOException {
    Files.writeString(folder.resolve("b.onnx"), "abd");

    String refusal = refusal();

    assertTrue(refusal.startsWith("b.onnx is damaged or was replaced"), refusal);
    assertTrue(!refusal.contains(folder.toString()), "no path in the message");
  }

  @Test
  void missingFile_isRefusedByName() throws IOException {
    Files.delete(folder.resolve("c.onnx"));

    assertTrue(refusal().startsWith("c.onnx cannot be read"));
  }

  @Test
  void missingManifest_isRefused() throws IOException {
    Files.delete(folder.resolve(PackManifest.FILE_NAME));

    assertTrue(refusal().startsWith("pack.properties cannot be read"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "detector.file=../a.onnx",
        "detector.file=/etc/hostname",
        "detector.file=",
        "detector.sha256=BA7816BF",
        "detector.sha256=",
        "id=",
        "id=../../x",
        "id=\\u00zz"
      })
  void malformedManifest_isRefused(String line) throws IOException {
    manifest(Files.readString(folder.resolve(PackManifest.FILE_NAME)) + line + "\n");

    assertTrue(refusal().startsWith("pack.properties"));
  }

  @Test
  void changedAfterReading_modelStays() throws Exception {
    FacePack pack = FacePack.read(folder);
    Files.writeString(folder.resolve("a.onnx"), "evil");

    assertEquals(3, pack.model(ModelRole.DETECTOR).length);
  }
}

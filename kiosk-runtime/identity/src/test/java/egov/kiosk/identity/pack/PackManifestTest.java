package egov.kiosk.identity.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackManifestTest {
  private static String refusal(LabPack pack) {
    return assertThrows(FacePackException.class, () -> PackManifest.parse(pack.manifest()))
        .getMessage();
  }

  @Test
  void everything_isRead() throws FacePackException {
    PackManifest manifest = PackManifest.parse(new LabPack().manifest());

    assertEquals("lab-1", manifest.name());
    assertEquals(3, manifest.alignment().points().size());
    assertEquals(
        new Thresholds(0.45, 0.35), manifest.thresholds(PortraitKind.CARD, FacePolicy.USUAL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | ../../x",
        "id | ''",
        "version | 1/2",
        "licence | ''",
        "similarity | euclid",
        "detector.file | ../a.onnx",
        "detector.file | /etc/hostname",
        "detector.file | a/b.onnx",
        "detector.file | ..",
        "detector.file | pack.properties",
        "detector.file | pack.p7s",
        "detector.file | embedder.onnx",
        "detector.sha256 | BA7816BF",
        "detector.sm3 | 00",
        "detector.input | 320",
        "detector.input | 9999x9999",
        "detector.input | 0x5",
        "detector.channels | cmyk",
        "detector.mean | 127",
        "detector.mean | 1 2 300",
        "detector.scale | NaN",
        "detector.scale | 0x1p3",
        "detector.scale | -1",
        "detector.output | vector",
        "detector.output | anchor-grid",
        "detector.crop | 1e9",
        "embedder.align | 36 68 33",
        "embedder.align | 36 36 36",
        "embedder.template | 1,1 2,2",
        "embedder.template | 30,40 80,40 56,700",
        "point.1.portrait | passport",
        "point.1.far | 0",
        "point.1.threshold | 1.5",
        "point.1.pairs | 0",
        "point.2.far | 1e-4",
        "surprise | 1",
        "liveness.input | 8x8"
      })
  void oneWrongValue_isRefusedByKey(String key, String value) {
    String refusal = refusal(new LabPack().set(key, value));

    assertTrue(refusal.startsWith("pack.properties: "), refusal);
    assertTrue(refusal.length() < 200, "in one sentence");
  }

  @ParameterizedTest
  @CsvSource({
    "format",
    "id",
    "version",
    "licence",
    "source",
    "detector.file",
    "embedder.sm3",
    "embedder.align",
    "landmarker.output",
    "selftest.picture.file",
    "point.1.threshold"
  })
  void missingKey_isRefused(String key) {
    assertTrue(refusal(new LabPack().without(key)).startsWith("pack.properties: " + key));
  }

  @Test
  void newerFormat_saysToUpdateTheKiosk() {
    assertEquals(
        "pack.properties is of the newer format 3; update the kiosk first",
        refusal(new LabPack().set("format", "3").set("unknown", "thing")));
  }

  @Test
  void olderFormat_isRefused() {
    assertTrue(refusal(new LabPack().set("format", "1")).contains("format must be 2"));
  }

  @ParameterizedTest
  @CsvSource({
    "'id = a\nid = b\n', pack.properties line 2: id is there twice",
    "'= a\n', pack.properties line 1 is not of the form key = value",
    "'id\n', pack.properties line 1 is not of the form key = value",
    "'id = a\tb\n', pack.properties line 1: the value of id is too long or no plain text",
    "'id = \u00ff\n', pack.properties is not a text in UTF-8"
  })
  void brokenText_isRefusedByLine(String text, String refusal) {
    assertEquals(
        refusal,
        assertThrows(FacePackException.class, () -> PackManifest.parse(text.getBytes(ISO_8859_1)))
            .getMessage());
  }

  @Test
  void endlessText_isRefused() {
    byte[] lines = "#\n".repeat(2000).getBytes(ISO_8859_1);
    byte[] bytes = new byte[PackText.MOST_BYTES + 1];

    assertThrows(FacePackException.class, () -> PackManifest.parse(lines));
    assertThrows(FacePackException.class, () -> PackManifest.parse(bytes));
  }

  @Test
  void rateThatWasNotMeasured_isRefusedForThatPolicyOnly() throws FacePackException {
    PackManifest manifest = PackManifest.parse(new LabPack().manifest());

    assertEquals(
        "face pack lab-1 has no card operating point for FAR 1.0E-5; calibrate it, or change the policy",
        assertThrows(
                FacePackException.class,
                () -> manifest.thresholds(PortraitKind.CARD, new FacePolicy(1e-5, 1e-3)))
            .getMessage());
    assertThrows(
        FacePackException.class, () -> manifest.thresholds(PortraitKind.PHOTO, FacePolicy.USUAL));
  }

  @Test
  void pointsThatContradictEachOther_areRefused() throws FacePackException {
    PackManifest manifest =
        PackManifest.parse(new LabPack().point(2, "card", "1e-3", "0.6").manifest());

    assertThrows(
        FacePackException.class, () -> manifest.thresholds(PortraitKind.CARD, FacePolicy.USUAL));
  }
}

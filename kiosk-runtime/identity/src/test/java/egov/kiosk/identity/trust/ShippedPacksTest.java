package egov.kiosk.identity.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.identity.pack.FacePolicy;
import egov.kiosk.identity.pack.PackFile;
import egov.kiosk.identity.pack.PackManifest;
import egov.kiosk.identity.pack.PortraitKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests in packaging are the pinned ones, and good for the usual policy. */
class ShippedPacksTest {
  @ParameterizedTest
  @CsvSource({"default, " + ShippedPacks.DEFAULT, "clean, " + ShippedPacks.CLEAN})
  void manifest_isThePinnedOne(String name, String pin) throws Exception {
    Path file =
        Path.of("../../packaging/lib/face-packs").resolve(name).resolve(PackManifest.FILE_NAME);
    byte[] manifest = Files.readAllBytes(file);

    assertEquals(pin, PackFile.sm3(manifest));
    PackManifest.parse(manifest).thresholds(PortraitKind.CARD, FacePolicy.USUAL);
  }
}

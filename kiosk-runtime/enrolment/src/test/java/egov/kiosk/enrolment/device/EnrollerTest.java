package egov.kiosk.enrolment.device;

import static egov.kiosk.enrolment.device.TestPlatform.NOW;
import static egov.kiosk.enrolment.device.TestPlatform.RANDOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.FileCustody;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.tls.national.AuthorityPins;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollerTest {
  private static final String KIOSK = "zj-hz-000007";

  @TempDir Path data;
  private final EnrolmentCode oldCode = EnrolmentCode.draw(RANDOM);
  private final EnrolmentCode newCode = EnrolmentCode.draw(RANDOM);
  private final Map<String, String> values = new HashMap<>();
  private TestPlatform oldPlatform;
  private TestPlatform newPlatform;
  private Path keys;

  /** What kill -9 leaves is what was on the disk. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void configure() throws Exception {
    oldPlatform = new TestPlatform("old-root", oldCode);
    newPlatform = new TestPlatform("new-root", newCode);
    keys = data.resolve("keys");
    values.put("crypto.kioskId", KIOSK);
    values.put("crypto.keyFile", keys.resolve("kiosk.key").toString());
    values.put("crypto.certificateFile", keys.resolve("kiosk.pem").toString());
    values.put("crypto.trustFile", keys.resolve("ca.pem").toString());
    values.put(
        "crypto.platformEncryptionCertificateFile", keys.resolve("platform-enc.pem").toString());
    values.put("crypto.platformSignCn", "platform-sign");
  }

  private Enroller enroller(Runnable afterStep) {
    DeviceSettings settings = new DeviceSettings(values);
    Workplace workplace = new Workplace(data.resolve("enrolment"), afterStep);
    return new Enroller(
        settings, settings.custody(workplace.aside(), RANDOM), workplace, () -> NOW, RANDOM);
  }

  private Enroller.Wish wish(EnrolmentCode code, AuthorityPins pins) {
    return new Enroller.Wish(code, false, "", pins);
  }

  private void enrol(EnrolmentCode code, TestPlatform platform, Runnable afterStep)
      throws Exception {
    enroller(afterStep).enrol(wish(code, platform.pins()), platform);
  }

  /** Whose identity is in place, every part of it found to fit the others. */
  private String whole() throws Exception {
    KeyFiles files =
        new KeyFiles(
            new KeyFiles.Pair(keys.resolve("kiosk.key"), keys.resolve("kiosk.pem")),
            Optional.of(
                new KeyFiles.Pair(keys.resolve("kiosk-enc.key"), keys.resolve("kiosk-enc.pem"))),
            Optional.empty());
    FileCustody custody = FileCustody.open(files, RANDOM);
    List<Sm2Certificate> authorities = PemFiles.readCertificates(keys.resolve("ca.pem"));
    TrustStore trust = TrustStore.of(authorities);
    trust.check(custody.signing().certificate(), CertificateUse.SIGN, NOW);
    trust.check(custody.opening().certificate(), CertificateUse.ENCRYPT, NOW);
    trust.check(
        PemFiles.readCertificate(keys.resolve("platform-enc.pem")), CertificateUse.ENCRYPT, NOW);
    return authorities.get(0).commonName();
  }

  @Test
  void killedAfterAnyStep_theMachineIsWhoItWasOrWhoItIsToBe() throws Exception {
    enrol(oldCode, oldPlatform, () -> {});
    assertEquals("old-root", whole());
    Map<String, byte[]> before = snapshot();
    boolean decidedOnce = false;
    for (int step = 1; ; step++) {
      restore(before);
      int[] left = {step};
      boolean killed = false;
      try {
        enrol(
            newCode,
            newPlatform,
            () -> {
              if (--left[0] == 0) {
                throw new Killed();
              }
            });
      } catch (Killed e) {
        killed = true;
      }
      // What every start does first.
      enroller(() -> {}).finish();
      String now = whole();
      assertTrue(now.equals("new-root") || now.equals("old-root") && !decidedOnce, "step " + step);
      decidedOnce |= now.equals("new-root");
      enrol(newCode, newPlatform, () -> {});
      assertEquals("new-root", whole());
      if (!killed) {
        assertTrue(step > 8, "there were steps to be killed after");
        break;
      }
    }
    assertFalse(Files.exists(data.resolve("enrolment")));
  }

  @Test
  void killedWhileFinishing_theNextStartFinishes() throws Exception {
    for (int step = 1; step <= 6; step++) {
      int[] left = {step + 3};
      Runnable killing =
          () -> {
            if (--left[0] == 0) {
              throw new Killed();
            }
          };
      try {
        enrol(newCode, newPlatform, killing);
      } catch (Killed e) {
        left[0] = 2;
        try {
          enroller(killing).finish();
        } catch (Killed again) {
          // And once more.
        }
      }
      enroller(() -> {}).finish();
      assertEquals("new-root", whole());
    }
  }

  @Test
  void bareMachine_withAPassphrase_keepsWrappedKeysOnly() throws Exception {
    Path passphrase = data.resolve("passphrase");
    PrivateFile.replace(passphrase, "correct horse battery\n".getBytes(StandardCharsets.US_ASCII));
    values.put("crypto.passphraseFile", passphrase.toString());
    enrol(newCode, newPlatform, () -> {});
    for (String name : List.of("kiosk.key", "kiosk-enc.key")) {
      String text = Files.readString(keys.resolve(name));
      assertTrue(text.startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"), name);
    }
  }

  @Test
  void platformWithoutTheCode_isNotBelieved() throws Exception {
    TestPlatform impostor = new TestPlatform("new-root", oldCode);
    assertThrows(
        RefusedException.class,
        () -> enroller(() -> {}).enrol(wish(newCode, impostor.pins()), impostor));
    assertFalse(Files.exists(keys));
  }

  @Test
  void authorityThatWasNotNamed_isNotBelieved() {
    AuthorityPins other = new AuthorityPins(Set.of("ab".repeat(32)));
    assertThrows(
        RefusedException.class, () -> enroller(() -> {}).enrol(wish(newCode, other), newPlatform));
    assertFalse(Files.exists(keys));
  }

  @Test
  void certificateOverAnotherKey_isNotTaken() {
    newPlatform.lie();
    assertThrows(RefusedException.class, () -> enrol(newCode, newPlatform, () -> {}));
    assertFalse(Files.exists(keys));
  }

  @Test
  void platformOfAnotherName_isNotTaken() {
    values.put("crypto.platformSignCn", "platform-two");
    assertThrows(RefusedException.class, () -> enrol(newCode, newPlatform, () -> {}));
  }

  private Map<String, byte[]> snapshot() throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    try (var files = Files.list(keys)) {
      for (Path file : files.toList()) {
        found.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return found;
  }

  private void restore(Map<String, byte[]> snapshot) throws IOException {
    for (Map.Entry<String, byte[]> file : snapshot.entrySet()) {
      PrivateFile.replace(keys.resolve(file.getKey()), file.getValue());
    }
  }
}

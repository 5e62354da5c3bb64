package egov.kiosk.enrolment.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentComponentTest {
  @TempDir Path folder;

  private Finding check(KioskKey key) {
    EnrolmentConfiguration configuration =
        (EnrolmentConfiguration)
            Proxy.newProxyInstance(
                EnrolmentConfiguration.class.getClassLoader(),
                new Class<?>[] {EnrolmentConfiguration.class},
                (proxy, method, given) ->
                    method.getName().equals("directory") ? folder.toString() : "");
    return new EnrolmentComponent(key, configuration).check(Duration.ofSeconds(1));
  }

  private static KioskKey without(CryptoFault fault) {
    return () -> {
      throw new CryptoException(fault, "no key");
    };
  }

  @Test
  void check_bareMachine_saysWhatToDo() {
    Finding finding = check(without(CryptoFault.FILE_UNREADABLE));
    assertEquals(Level.FAIL, finding.level());
    assertTrue(finding.toString().contains("not enrolled"), finding.toString());
  }

  @Test
  void check_attemptBegun_saysThatTheSameCodeWorks() throws Exception {
    Files.writeString(folder.resolve("request"), "x");
    Finding finding = check(without(CryptoFault.KEY_ABSENT));
    assertTrue(finding.toString().contains("same code"), finding.toString());
  }

  @Test
  void check_deviceAway_leavesItToTheOtherFinding() {
    assertEquals(Level.WARN, check(without(CryptoFault.DEVICE_ABSENT)).level());
  }

  @Test
  void check_enrolled_isWell() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant now = Instant.now();
    SigningKey key =
        SoftwareSigningKey.of(
            CertificateAuthority.create(
                    "lab-root", now.minusSeconds(60), now.plusSeconds(9999), random)
                .issue(
                    "zj-hz-000001", CertificateUse.SIGN, now.minusSeconds(60), now.plusSeconds(99)),
            random);
    assertEquals(Level.OK, check(() -> key).level());
    Files.writeString(folder.resolve("answer"), "x");
    assertEquals(Level.WARN, check(() -> key).level());
  }
}

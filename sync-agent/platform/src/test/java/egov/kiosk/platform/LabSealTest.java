package egov.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.seal.ElectronicSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabSealTest {
  @TempDir Path directory;

  @Test
  void seal_isMadeOnceForTheKiosksCertificateByATrustedMaker() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant now = Instant.now();
    new LabAuthority(directory, random, now).make(List.of("kiosk-1", "kiosk-2"));
    LabSeal maker = new LabSeal(directory, random, now);
    byte[] file = Files.readAllBytes(maker.make("kiosk-1", "试验"));
    ElectronicSeal seal = ElectronicSeal.parse(file);
    assertTrue(seal.isGenuine());
    assertTrue(seal.mayBeUsedBy(PemFiles.readCertificate(directory.resolve("kiosk/kiosk-1.pem"))));
    assertEquals("试验", seal.content().name());
    assertEquals(LabSeal.MAKER, seal.maker().commonName());
    TrustStore.of(PemFiles.readCertificates(directory.resolve("ca.pem")))
        .check(seal.maker(), CertificateUse.SIGN, now);
    assertArrayEquals(file, Files.readAllBytes(maker.make("kiosk-1", "other")));
    assertEquals(
        seal.maker(),
        ElectronicSeal.parse(Files.readAllBytes(maker.make("kiosk-2", "试验"))).maker());
  }
}

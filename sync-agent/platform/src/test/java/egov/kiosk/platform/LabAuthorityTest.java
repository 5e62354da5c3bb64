package egov.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabAuthorityTest {
  @TempDir Path directory;

  @Test
  void everything_isMadeOnceAndSecretsAreTheOwners() throws Exception {
    assertEquals(
        List.of("ca", "platform-sign", "platform-enc", "kiosk-1", "kiosk-2"),
        make("kiosk-1", "kiosk-2"));
    Map<Path, byte[]> before = contents();
    assertEquals(List.of(), make("kiosk-1", "kiosk-2"));
    assertEquals(List.of("kiosk-3"), make("kiosk-3"));
    before.forEach((file, bytes) -> assertEquals(mismatch(file, bytes), -1, file::toString));
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".pem")) {
          assertEquals(
              PosixFilePermissions.fromString("rw-------"),
              Files.getPosixFilePermissions(file),
              file::toString);
        }
      }
    }
  }

  @Test
  void front_isNamedAsKiosksReachIt() throws Exception {
    LabAuthority authority = new LabAuthority(directory, new SecureRandom(), Instant.now());
    assertTrue(authority.make(List.of(), Optional.of("127.0.0.1")).contains("platform-front"));
    Sm2Certificate front = PemFiles.readCertificate(directory.resolve("platform-front.pem"));
    assertArrayEquals(new byte[] {127, 0, 0, 1}, front.alternativeNames().addresses().get(0));
    assertEquals(List.of(), front.alternativeNames().dnsNames());
    assertEquals(List.of(), authority.make(List.of(), Optional.of("127.0.0.1")));
  }

  @Test
  void certificates_leadToTheAuthority() throws Exception {
    make("kiosk-1");
    TrustStore trust = TrustStore.of(PemFiles.readCertificates(directory.resolve("ca.pem")));
    Instant now = Instant.now();
    trust.check(
        PemFiles.readCertificate(directory.resolve("kiosk/kiosk-1.pem")), CertificateUse.SIGN, now);
    trust.check(
        PemFiles.readCertificate(directory.resolve("platform-enc.pem")),
        CertificateUse.ENCRYPT,
        now);
    assertEquals(
        "kiosk-1", PemFiles.readCertificate(directory.resolve("kiosk/kiosk-1.pem")).commonName());
  }

  @Test
  void revocation_everyListHasWhatTheOneBeforeHadAndAHigherNumber() throws Exception {
    make("kiosk-1", "kiosk-2");
    LabAuthority authority = new LabAuthority(directory, new SecureRandom(), Instant.now());
    assertEquals(0, authority.revoke(List.of(), 7).size());
    assertEquals(1, authority.revoke(List.of("kiosk-1"), 7).size());
    RevocationList list = authority.revoke(List.of("kiosk-2", "kiosk-1"), 7);
    assertEquals(2, list.size());
    assertEquals(BigInteger.valueOf(3), list.number());
    TrustStore trust =
        TrustStore.of(PemFiles.readCertificates(directory.resolve("ca.pem")))
            .with(PemFiles.readRevocationLists(directory.resolve("crl.pem")).get(0));
    var kiosk = PemFiles.readCertificate(directory.resolve("kiosk/kiosk-1.pem"));
    CryptoException revoked =
        assertThrows(
            CryptoException.class, () -> trust.check(kiosk, CertificateUse.SIGN, Instant.now()));
    assertEquals(CryptoFault.CERTIFICATE_REVOKED, revoked.fault());
  }

  @Test
  void halfAPair_isRefused() throws Exception {
    make("kiosk-1");
    Files.delete(directory.resolve("kiosk/kiosk-1.pem"));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> make("kiosk-1"));
    assertTrue(refusal.getMessage().contains("kiosk-1.pem"), refusal::getMessage);
  }

  @Test
  void kioskNames_thatReachElsewhere_areRefused() {
    for (String name : List.of("platform", "../x", "A", "", "a/b", "k".repeat(33))) {
      assertThrows(IllegalArgumentException.class, () -> make(name), name);
    }
  }

  private List<String> make(String... kiosks) throws Exception {
    return new LabAuthority(directory, new SecureRandom(), Instant.now()).make(List.of(kiosks));
  }

  private Map<Path, byte[]> contents() throws Exception {
    Map<Path, byte[]> contents = new HashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static int mismatch(Path file, byte[] bytes) {
    try {
      return Arrays.mismatch(Files.readAllBytes(file), bytes);
    } catch (IOException e) {
      return 0;
    }
  }
}

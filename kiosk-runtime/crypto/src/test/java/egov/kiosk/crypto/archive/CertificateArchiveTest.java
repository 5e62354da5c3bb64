package egov.kiosk.crypto.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SoftwareOpeningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.crypto.envelope.TestCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was signed long ago stays checkable after keys, certificates and authorities changed. */
class CertificateArchiveTest {
  private static final Instant YEARS_LATER = Lab.NOW.plus(Duration.ofDays(3650));

  @TempDir Path folder;
  private final Lab lab;
  private final CertificateAuthority successor;

  CertificateArchiveTest() throws CryptoException {
    lab = new Lab();
    successor =
        CertificateAuthority.create(
            "successor", Lab.FROM, YEARS_LATER.plus(Duration.ofDays(99)), lab.random);
  }

  private byte[] sealedToday() throws Exception {
    return new Gbt35275EnvelopeSealer(
            SoftwareSigningKey.of(lab.kiosk, lab.random),
            lab.platformEncrypt.certificate(),
            new TestCodec(),
            () -> Lab.NOW,
            lab.random)
        .seal(Sample.transaction(Lab.KIOSK, "x"))
        .bytes();
  }

  @Test
  void openThen_afterEverythingWasRenewed_stillOpens() throws Exception {
    byte[] envelope = sealedToday();
    CertificateArchive archive = new CertificateArchive(folder);
    archive.keep(List.of(lab.authority.certificate(), lab.kiosk.certificate()));
    archive.keep(List.of(successor.certificate(), lab.kiosk.certificate()));
    IssuedKey newPlatform =
        successor.issue(Lab.PLATFORM, CertificateUse.ENCRYPT, Lab.NOW, YEARS_LATER.plusSeconds(9));
    EnvelopeOpener opener =
        new EnvelopeOpener(
            List.of(SoftwareOpeningKey.of(newPlatform), SoftwareOpeningKey.of(lab.platformEncrypt)),
            archive.authoritiesOfAllTimes(),
            () -> YEARS_LATER);
    assertEquals(Lab.KIOSK, opener.openThen(envelope, Lab.NOW).kioskId());
    Refusal.with(CryptoFault.CERTIFICATE_EXPIRED, () -> opener.open(envelope));
    EnvelopeOpener newOnly =
        new EnvelopeOpener(
            List.of(SoftwareOpeningKey.of(newPlatform)),
            archive.authoritiesOfAllTimes(),
            () -> YEARS_LATER);
    Refusal.ofMessage(() -> newOnly.openThen(envelope, Lab.NOW));
  }

  @Test
  void open_sentAfterTheCertificateExpired_onlyWithinTheLateness() throws Exception {
    byte[] envelope = sealedToday();
    EnvelopeOpener opener =
        new EnvelopeOpener(
            lab.platformEncrypt, lab.trust, () -> Lab.UNTIL.plus(Duration.ofDays(20)));
    Refusal.with(CryptoFault.CERTIFICATE_EXPIRED, () -> opener.open(envelope));
    EnvelopeOpener patient = opener.acceptingLate(Duration.ofDays(30));
    assertDoesNotThrow(() -> patient.open(envelope));
    EnvelopeOpener hasty = opener.acceptingLate(Duration.ofDays(10));
    Refusal.with(CryptoFault.CERTIFICATE_EXPIRED, () -> hasty.open(envelope));
  }

  @Test
  void all_damagedOrMisnamedFile_passedOver() throws Exception {
    CertificateArchive archive = new CertificateArchive(folder.resolve("a"));
    assertEquals(List.of(), archive.all());
    archive.keep(List.of(lab.authority.certificate(), lab.kiosk.certificate()));
    Files.writeString(folder.resolve("a/zz.pem"), "damaged");
    Path one;
    try (var files = Files.list(folder.resolve("a"))) {
      one = files.filter(file -> !file.endsWith("zz.pem")).findFirst().orElseThrow();
    }
    Files.copy(one, folder.resolve("a/ff.pem"));
    assertEquals(
        Set.of(lab.authority.certificate(), lab.kiosk.certificate()), Set.copyOf(archive.all()));
    assertEquals(2, archive.all().size());
  }

  @Test
  void authoritiesOfAllTimes_nothingKept_refused() {
    CertificateArchive empty = new CertificateArchive(folder.resolve("none"));
    assertThrows(CryptoException.class, empty::authoritiesOfAllTimes);
    assertThrows(CryptoException.class, () -> TrustStore.of(empty.all()));
  }
}

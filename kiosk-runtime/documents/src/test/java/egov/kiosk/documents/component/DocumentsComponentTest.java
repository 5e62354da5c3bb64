package egov.kiosk.documents.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Samples;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.SealPlace.Fault;
import egov.kiosk.domain.document.Verdict;
import egov.kiosk.domain.health.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsComponentTest {
  @TempDir Path directory;

  @Test
  void configured_makesAndVerifies_andTakesASealPutInPlaceLater() throws Exception {
    Instant now = Instant.now();
    Lab lab = new Lab(now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
    SigningKey key = lab.key(lab.kiosk);
    Path seal = directory.resolve("kiosk.esl");
    Path trust = directory.resolve("trust.pem");
    DocumentsComponent component =
        new DocumentsComponent(
            () -> key,
            InstantSource.fixed(now),
            new DocumentsSettings(
                Optional.of(seal), Optional.of(trust), Optional.empty(), Lab.MAKER, List.of()));
    DocumentException without =
        assertThrows(DocumentException.class, () -> component.slip(Samples.slip(), now));
    assertTrue(without.getMessage().contains("kiosk.esl"), without.getMessage());
    Files.write(seal, lab.seal.encoded());
    byte[] slip = component.slip(Samples.slip(), now);
    assertEquals(Verdict.UNSUPPORTED, component.verify(slip).verdict(), "no trust file yet");
    PemFiles.writeCertificates(trust, List.of(lab.authority.certificate()));
    DocumentCheck check = component.verify(slip);
    assertEquals(Verdict.VALID, check.verdict(), check.reason());
    byte[] copy = component.certificateCopy(Samples.certificate(3), now);
    assertEquals(Verdict.VALID, component.verify(copy).verdict());
    component.modified(
        new DocumentsSettings(
            Optional.empty(), Optional.of(trust), Optional.empty(), "other", List.of()));
    assertEquals(Verdict.CERTIFICATE_INVALID, component.verify(slip).verdict());
    assertThrows(DocumentException.class, () -> component.slip(Samples.slip(), now));
  }

  @Test
  void unconfigured_saysWhatToSet() {
    DocumentsComponent component =
        new DocumentsComponent(
            () -> null,
            InstantSource.system(),
            new DocumentsSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), "seal-maker", List.of()));
    assertTrue(component.verify(new byte[0]).reason().contains("documents.trustFile"));
    assertTrue(
        assertThrows(DocumentException.class, () -> component.slip(Samples.slip(), Instant.EPOCH))
            .getMessage()
            .contains("documents.sealFile"));
  }

  @Test
  void doctor_saysHowTheSealIs() throws Exception {
    Lab lab = new Lab();
    SigningKey kiosk = lab.key(lab.kiosk);
    SigningKey renewed =
        lab.key(lab.authority.issue("fz-gl-000001", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL));
    Path seal = directory.resolve("kiosk.esl");
    assertEquals(Level.FAIL, level(seal, kiosk, Lab.NOW), "no file");
    Files.write(seal, lab.seal.encoded());
    assertEquals(Level.OK, level(seal, kiosk, Lab.NOW));
    assertEquals(Level.WARN, level(seal, kiosk, Lab.UNTIL.minus(29, ChronoUnit.DAYS)));
    assertEquals(Level.FAIL, level(seal, kiosk, Lab.UNTIL.plusSeconds(1)));
    assertEquals(Level.FAIL, level(seal, renewed, Lab.NOW), "the certificate was renewed");
  }

  @Test
  void sealThatSomebodyBrings_isTakenOnlyIfThisKioskCanUseIt() throws Exception {
    Lab lab = new Lab();
    SigningKey kiosk = lab.key(lab.kiosk);
    SigningKey other =
        lab.key(lab.authority.issue("fz-gl-000002", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL));
    Path trust = directory.resolve("trust.pem");
    Path place = directory.resolve("keys/kiosk.esl");
    PemFiles.writeCertificates(trust, List.of(lab.authority.certificate()));
    DocumentsSettings settings =
        new DocumentsSettings(
            Optional.of(place), Optional.of(trust), Optional.empty(), Lab.MAKER, List.of());
    byte[] seal = lab.seal.encoded();
    byte[] altered = seal.clone();
    altered[altered.length - 1] ^= 1;
    assertEquals(Optional.of(Fault.OTHER_CERTIFICATE), offered(other, Lab.NOW, settings, seal));
    assertEquals(Optional.of(Fault.NO_SEAL), offered(kiosk, Lab.NOW, settings, altered));
    assertEquals(Optional.of(Fault.NO_SEAL), offered(kiosk, Lab.NOW, settings, new byte[] {1}));
    Instant over = Lab.UNTIL.plusSeconds(1);
    assertEquals(Optional.of(Fault.NOT_VALID), offered(kiosk, over, settings, seal));
    assertEquals(Optional.of(Fault.NOT_ENROLLED), offered(null, Lab.NOW, settings, seal));
    DocumentsSettings stranger =
        new DocumentsSettings(
            Optional.of(place), Optional.of(trust), Optional.empty(), "another", List.of());
    assertEquals(Optional.of(Fault.MAKER_UNKNOWN), offered(kiosk, Lab.NOW, stranger, seal));
    DocumentsSettings nowhere =
        new DocumentsSettings(
            Optional.empty(), Optional.of(trust), Optional.empty(), Lab.MAKER, List.of());
    assertEquals(Optional.of(Fault.NO_PLACE), offered(kiosk, Lab.NOW, nowhere, seal));
    assertTrue(Files.notExists(place), "nothing was put");
    assertEquals(Optional.empty(), offered(kiosk, Lab.NOW, settings, seal));
    assertArrayEquals(seal, Files.readAllBytes(place));
  }

  /** What is said of it; a null key is that of a machine without a certificate. */
  private static Optional<Fault> offered(
      SigningKey key, Instant now, DocumentsSettings settings, byte[] seal) throws Exception {
    KioskKey held =
        () -> {
          if (key == null) {
            throw new CryptoException(CryptoFault.FILE_UNREADABLE, "no key");
          }
          return key;
        };
    return new DocumentsComponent(held, InstantSource.fixed(now), settings).put(seal);
  }

  private static Level level(Path seal, SigningKey key, Instant now) {
    DocumentsSettings settings =
        new DocumentsSettings(
            Optional.of(seal), Optional.empty(), Optional.empty(), Lab.MAKER, List.of());
    return new DocumentsComponent(() -> key, InstantSource.fixed(now), settings)
        .check(Duration.ofSeconds(1))
        .level();
  }
}

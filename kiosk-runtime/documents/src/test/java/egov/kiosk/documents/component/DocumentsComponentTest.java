package egov.kiosk.documents.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.documents.Lab;
import egov.kiosk.documents.Samples;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.DocumentException;
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

  private static Level level(Path seal, SigningKey key, Instant now) {
    DocumentsSettings settings =
        new DocumentsSettings(
            Optional.of(seal), Optional.empty(), Optional.empty(), Lab.MAKER, List.of());
    return new DocumentsComponent(() -> key, InstantSource.fixed(now), settings)
        .check(Duration.ofSeconds(1))
        .level();
  }
}

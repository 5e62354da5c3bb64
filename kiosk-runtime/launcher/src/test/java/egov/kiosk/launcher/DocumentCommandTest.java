package egov.kiosk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.crypto.seal.SealContent;
import egov.kiosk.crypto.seal.SealPicture;
import egov.kiosk.documents.SealedDocuments;
import egov.kiosk.documents.ofd.RareGlyphs;
import egov.kiosk.documents.tool.DocumentTool;
import egov.kiosk.domain.device.Slip;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kiosk document verify} as a clerk types it. */
class DocumentCommandTest {
  private static final Instant NOW = Instant.now();
  private static final Instant FROM = NOW.minusSeconds(3600);
  private static final Instant UNTIL = NOW.plusSeconds(86_400);

  @TempDir Path directory;
  private byte[] document;
  private String out = "";
  private String err = "";

  @BeforeEach
  void write() throws Exception {
    LabHome.create(
        directory.resolve("home"),
        List.of(Slip.class, PemFiles.class, DocumentTool.class, ASN1Primitive.class));
    SecureRandom random = new SecureRandom();
    CertificateAuthority authority = CertificateAuthority.create("lab-ca", FROM, UNTIL, random);
    SigningKey kiosk =
        SoftwareSigningKey.of(
            authority.issue("fz-gl-000001", CertificateUse.SIGN, FROM, UNTIL), random);
    ElectronicSeal seal =
        ElectronicSeal.make(
            SoftwareSigningKey.of(
                authority.issue("our-maker", CertificateUse.SIGN, FROM, UNTIL), random),
            new SealContent(
                "1",
                "lab",
                1,
                "试验",
                List.of(kiosk.certificate()),
                NOW,
                FROM,
                UNTIL,
                new SealPicture("png", new byte[] {1}, 30, 30)));
    document =
        new SealedDocuments(seal, () -> kiosk, RareGlyphs.NONE)
            .slip(new Slip(List.of(Slip.Text.of("回执"))), NOW);
    PemFiles.writeCertificates(directory.resolve("trust.pem"), List.of(authority.certificate()));
  }

  private int verify(byte[] bytes, String maker) throws Exception {
    Path file = directory.resolve("slip.ofd");
    Files.write(file, bytes);
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    CommandLine command = KioskCommand.commandLine();
    command.setOut(new PrintWriter(printed)).setErr(new PrintWriter(complained));
    int code =
        command.execute(
            "document",
            "verify",
            file.toString(),
            "--trust",
            directory.resolve("trust.pem").toString(),
            "--maker",
            maker,
            "--home",
            directory.resolve("home").toString());
    out = printed.toString();
    err = complained.toString();
    return code;
  }

  @Test
  void verdicts_areSaidAndHaveTheirExitCodes() throws Exception {
    assertEquals(0, verify(document, "our-maker"), out + err);
    assertTrue(out.startsWith("VALID") && out.contains("试验"), out);
    assertEquals(4, verify(document, "another"), out + err);
    document[1_000] ^= 1;
    assertEquals(3, verify(document, "our-maker"), out + err);
    assertEquals(6, verify(new byte[100], "our-maker"), out + err);
  }

  @Test
  void missingArgument_isAskedFor() {
    assertEquals(2, KioskCommand.commandLine().execute("document", "verify"));
    assertEquals(2, KioskCommand.commandLine().execute("document"));
  }
}

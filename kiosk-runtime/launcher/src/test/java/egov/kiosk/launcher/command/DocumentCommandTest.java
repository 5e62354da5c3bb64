package egov.kiosk.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.tool.AuditTool;
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
import egov.kiosk.launcher.KioskCommand;
import egov.kiosk.launcher.LabHome;
import egov.kiosk.launcher.assembly.DataLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kiosk document verify} as a clerk types it. */
class DocumentCommandTest {
  private static final String METATYPE =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
        <OCD id="audit" name="x"><AD id="directory" type="String" default="audit"/></OCD>
        <OCD id="crypto" name="x"><AD id="kioskId" type="String" default="k"/></OCD>
        <Designate pid="audit"><Object ocdref="audit"/></Designate>
        <Designate pid="crypto"><Object ocdref="crypto"/></Designate>
      </metatype:MetaData>
      """;

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
        List.of(
            Slip.class, PemFiles.class, DocumentTool.class, AuditTool.class, ASN1Primitive.class));
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
  void everyVerdictButValid_isAuditedWhereAKioskIsInstalled() throws Exception {
    try (JarOutputStream jar =
        new JarOutputStream(
            Files.newOutputStream(directory.resolve("home/bundles/audit-settings.jar")))) {
      jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/"));
      jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/audit.xml"));
      jar.write(METATYPE.getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
    Files.createDirectories(directory.resolve("home/conf"));
    Files.writeString(
        directory.resolve("home/conf/kiosk.properties"),
        "audit.directory = ${data}/audit\ncrypto.kioskId = zj-hz-000001\n");
    Path log = directory.resolve("home/data/audit/audit-000000000001.jsonl");
    assertEquals(0, verify(document, "our-maker"), out + err);
    assertTrue(Files.notExists(log));
    assertEquals(4, verify(document, "another"), out + err);
    assertTrue(Files.readString(log).contains("document.refused"), err);
    long size = Files.size(log);
    try (DataLock running = DataLock.take(directory.resolve("home/data"))) {
      assertEquals(6, verify(new byte[100], "our-maker"), out + err);
    }
    assertTrue(err.contains("not in its audit log"), err);
    assertEquals(size, Files.size(log));
  }

  @Test
  void missingArgument_isAskedFor() {
    assertEquals(2, KioskCommand.commandLine().execute("document", "verify"));
    assertEquals(2, KioskCommand.commandLine().execute("document"));
  }
}

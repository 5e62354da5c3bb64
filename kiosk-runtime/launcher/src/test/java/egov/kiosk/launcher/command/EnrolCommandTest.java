package egov.kiosk.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.enrolment.device.Workplace;
import egov.kiosk.launcher.KioskCommand;
import egov.kiosk.launcher.LabHome;
import egov.kiosk.launcher.assembly.DataLock;
import egov.kiosk.tls.LineSecurity;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.tls.TlsProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a technician sees; what the platform says to it is tested where the platform is. */
class EnrolCommandTest {
  @TempDir Path home;
  private final InputStream before = System.in;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void install() throws Exception {
    LabHome.create(
        home,
        List.of(
            EnrolmentCode.class,
            KeyCustody.class,
            TokenDriver.class,
            LineSecurity.class,
            TlsProtocol.class,
            SM3Digest.class,
            AuditTrail.class,
            Workplace.class));
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/kiosk.properties"),
        """
        crypto.kioskId = zj-hz-000042
        crypto.keyFile = ${data}/keys/kiosk.key
        crypto.certificateFile = ${data}/keys/kiosk.pem
        crypto.trustFile = ${data}/keys/ca.pem
        crypto.platformSignCn = platform-sign
        crypto.platformEncryptionCertificateFile = ${data}/keys/platform-enc.pem
        """);
  }

  @AfterEach
  void restore() {
    System.setIn(before);
  }

  private int run(String typed, String... words) {
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    CommandLine line = KioskCommand.commandLine();
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    String[] all = new String[words.length + 3];
    all[0] = "enrol";
    all[1] = "--home";
    all[2] = home.toString();
    System.arraycopy(words, 0, all, 3, words.length);
    return line.execute(all);
  }

  @Test
  void enrol_mistypedCode_isToldBeforeAnybodyIsAsked() {
    assertEquals(2, run("7K3M-0QWX-ZR4T-95HH\n", "--platform", "127.0.0.1:1"));
    assertTrue(said.toString().contains("No attempt was spent"), said.toString());
    assertTrue(said.toString().contains("It is now                bare"), said.toString());
    assertFalse(Files.exists(home.resolve("data/enrolment")));
  }

  @Test
  void enrol_codeAsArgument_isNotUnderstood() {
    String code = EnrolmentCode.draw(new Random(3)).typed();
    assertEquals(2, run("", "--code", code));
    assertFalse(Files.exists(home.resolve("data/enrolment")));
  }

  @Test
  void enrol_whileAKioskRuns_isRefused() throws Exception {
    try (DataLock lock = DataLock.take(home.resolve("data"))) {
      assertEquals(1, run("x\n", "--platform", "127.0.0.1:1"));
    }
  }
}

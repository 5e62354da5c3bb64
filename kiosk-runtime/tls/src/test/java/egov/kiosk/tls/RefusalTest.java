package egov.kiosk.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.tls.national.NationalSecurity;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and proofs that are refused, and what is said about each. */
@Timeout(60)
class RefusalTest {
  @TempDir Path directory;
  private Pki pki;

  @BeforeEach
  void prepare() throws Exception {
    pki = new Pki(directory);
  }

  @Test
  void serverOfAForeignAuthority_isNotTrusted() throws Exception {
    Pki foreign = new Pki(Files.createDirectory(directory.resolve("foreign")));
    try (Echo echo = Echo.start(foreign.national(foreign.broker()))) {
      assertRefused(LineFault.NOT_TRUSTED, "trust file", pki.national(pki.kiosk()), echo);
    }
  }

  @Test
  void serverOutOfItsTime_isRefusedByOurClock() throws Exception {
    LineSettings ours = pki.national(pki.kiosk());
    try (Echo echo = Echo.start(pki.national(pki.broker()))) {
      SecuredSocket late = socket(ours, () -> pki.days(9).plus(Duration.ofDays(2)));
      LineException ownEnded =
          assertThrows(LineException.class, () -> late.connect(echo.address()));
      assertEquals(LineFault.OWN_UNFIT, ownEnded.fault());
    }
    LineSettings lasting =
        pki.national(
            pki.authority.issue(Pki.KIOSK, CertificateUse.SIGN, pki.days(-90), pki.days(90)));
    try (Echo echo = Echo.start(pki.national(pki.broker()))) {
      SecuredSocket late = socket(lasting, () -> pki.days(12));
      LineException ended = assertThrows(LineException.class, () -> late.connect(echo.address()));
      assertEquals(LineFault.EXPIRED, ended.fault());
      assertTrue(ended.getMessage().contains("check the clock"), ended.getMessage());
      SecuredSocket early = socket(lasting, () -> pki.days(-12));
      LineException begins = assertThrows(LineException.class, () -> early.connect(echo.address()));
      assertEquals(LineFault.NOT_YET_VALID, begins.fault());
      assertTrue(begins.getMessage().contains("check the clock"), begins.getMessage());
    }
  }

  @Test
  void encryptionCertificate_isNoUseForLines() throws Exception {
    IssuedKey encryption =
        pki.authority.issue(Pki.KIOSK, CertificateUse.ENCRYPT, pki.days(-1), pki.days(1));
    LineSettings mixedUp = pki.national(encryption);
    try (Echo echo = Echo.start(pki.national(pki.broker()))) {
      assertRefused(LineFault.OWN_UNFIT, "use the signing certificate", mixedUp, echo);
    }
  }

  @Test
  void signatureUnderTheMessagesId_isNoProof() throws Exception {
    IssuedKey kiosk = pki.kiosk();
    try (Echo echo = Echo.start(pki.national(pki.broker()))) {
      SecuredSocket socket = socket(pki.national(kiosk), key(kiosk, "1234567812345678"));
      assertRefusedLater(socket, echo, "PROOF_WRONG");
    }
  }

  @Test
  void signatureByAnotherKey_isNoProof() throws Exception {
    IssuedKey stolen = new IssuedKey(pki.kiosk().key(), pki.kiosk().certificate());
    try (Echo echo = Echo.start(pki.national(pki.broker()))) {
      SecuredSocket socket = socket(pki.national(pki.kiosk()), key(stolen, Rfc.ID));
      assertRefusedLater(socket, echo, "PROOF_WRONG");
    }
  }

  @Test
  void keyKeptElsewhere_isAskedForOneSignature() throws Exception {
    IssuedKey kiosk = pki.kiosk();
    try (Echo echo = Echo.start(pki.national(pki.broker()));
        SecuredSocket socket = socket(pki.national(kiosk), key(kiosk, Rfc.ID))) {
      socket.connect(echo.address());
      assertEquals("secured " + Pki.KIOSK, echo.outcome());
    }
  }

  @Test
  void clientOfAForeignAuthority_isRefusedByTheServer() throws Exception {
    Pki foreign = new Pki(Files.createDirectory(directory.resolve("foreign")));
    LineSettings mixed = foreign.national(foreign.kiosk()).trusting(pki.trust());
    try (Echo echo = Echo.start(pki.national(pki.broker()))) {
      SecuredSocket socket = socket(mixed, InstantSource.system());
      LineException refusal = assertRefusedLater(socket, echo, "NOT_TRUSTED");
      assertTrue(refusal.getMessage().contains("does not know who issued"), refusal.getMessage());
    }
  }

  @Test
  void revokedServer_isRefused() throws Exception {
    IssuedKey broker = pki.broker();
    Path lists = directory.resolve("revoked.pem");
    PemFiles.writeRevocationLists(
        lists,
        List.of(
            pki.authority.revoke(
                BigInteger.ONE,
                Map.of(broker.certificate().serialNumber(), pki.days(-1)),
                pki.days(-1),
                pki.days(1))));
    try (Echo echo = Echo.start(pki.national(broker))) {
      LineSettings knowing = pki.national(pki.kiosk()).refusing(lists);
      assertRefused(LineFault.REVOKED, "revoked", knowing, echo);
    }
  }

  @Test
  void missingFiles_areSaid() throws Exception {
    try (Echo echo = Echo.start(pki.national(pki.broker()))) {
      LineSettings none = LineSettings.of(LineSettings.NATIONAL);
      assertRefused(LineFault.SETTINGS, "no trust file", none, echo);
      assertRefused(LineFault.OWN_UNFIT, "key file", none.trusting(pki.trust()), echo);
      assertRefused(
          LineFault.OWN_UNFIT, "nowhere", none.trusting(directory.resolve("nowhere")), echo);
    }
  }

  @Test
  void waysThatAreNotHere_areSaid() {
    LineSecurities none = new LineSecurities(List.of());
    LineException refusal = assertThrows(LineException.class, () -> none.named("tlcp"));
    assertTrue(refusal.getMessage().contains("tlcp"), refusal.getMessage());
  }

  private void assertRefused(LineFault fault, String said, LineSettings settings, Echo echo)
      throws Exception {
    SecuredSocket socket = socket(settings, InstantSource.system());
    LineException refusal = assertThrows(LineException.class, () -> socket.connect(echo.address()));
    assertEquals(fault, refusal.fault());
    assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"));
    assertTrue(socket.isClosed());
  }

  /** In TLS 1.3 a client hears of its refusal when it first reads. */
  private static LineException assertRefusedLater(SecuredSocket socket, Echo echo, String fault)
      throws Exception {
    socket.connect(echo.address());
    socket.setSoTimeout(20_000);
    LineException refusal = assertThrows(LineException.class, () -> socket.getInputStream().read());
    assertEquals(LineFault.OWN_REFUSED, refusal.fault());
    assertEquals(fault, echo.outcome());
    socket.close();
    return refusal;
  }

  private static SecuredSocket socket(LineSettings settings, InstantSource clock) throws Exception {
    return new SecuredSocket(
        NationalSecurity.ofFiles(clock, new SecureRandom()),
        ServerName.of("127.0.0.1"),
        settings,
        Duration.ofSeconds(10));
  }

  private static SecuredSocket socket(LineSettings settings, SigningKey key) throws Exception {
    LineSettings withoutFiles =
        LineSettings.of(LineSettings.NATIONAL).trusting(settings.trustFile().orElseThrow());
    return new SecuredSocket(
        new NationalSecurity(() -> key, InstantSource.system(), new SecureRandom()),
        ServerName.of("127.0.0.1"),
        withoutFiles,
        Duration.ofSeconds(10));
  }

  /** A key that does not do as it is told: it always signs under this id. */
  private static SigningKey key(IssuedKey issued, String id) {
    Sm2Signing signing = new Sm2Signing(issued.key(), new SecureRandom(), Rfc.bytes(id));
    return new SigningKey() {
      @Override
      public Sm2Certificate certificate() {
        return issued.certificate();
      }

      @Override
      public byte[] sign(byte[] message) {
        throw new AssertionError("lines are not signed under the id of messages");
      }

      @Override
      public byte[] sign(byte[] message, byte[] userId) {
        assertEquals(Rfc.ID, Rfc.text(userId));
        return signing.sign(message);
      }
    };
  }
}

package egov.kiosk.gateway.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Paper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform's keys and lists, replaced while the gateway works. */
class GatewayKeysTest {
  @TempDir Path directory;

  private GatewayLab lab;
  private IssuedKey kiosk;
  private GatewayKeys keys;
  private long nanos;

  @BeforeEach
  void open() throws Exception {
    lab = GatewayLab.at(directory);
    kiosk = lab.key(GatewayLab.A);
    keys = read();
  }

  private GatewayKeys read() throws CryptoException {
    return GatewayKeys.read(lab.pki(), Clock.systemUTC(), () -> nanos, new SecureRandom());
  }

  private SignedEnvelope sealed() throws Exception {
    return lab.seal(kiosk, Paper.rating(GatewayLab.A));
  }

  private void later() {
    nanos += TimeUnit.SECONDS.toNanos(11);
  }

  private static void opens(GatewayKeys keys, SignedEnvelope envelope) throws CryptoException {
    assertEquals(GatewayLab.A, keys.opener().open(envelope.bytes()).kioskId());
  }

  private static void refuses(GatewayKeys keys, CryptoFault fault, SignedEnvelope envelope) {
    assertEquals(
        fault,
        assertThrows(CryptoException.class, () -> keys.opener().open(envelope.bytes())).fault());
  }

  @Test
  void encryptionKeyRenewed_oldAndNewEnvelopesAreOpened() throws Exception {
    SignedEnvelope old = sealed();
    keepFormer();
    lab.renew("platform-enc");
    SignedEnvelope fresh = sealed();
    refuses(keys, CryptoFault.MESSAGE_REFUSED, fresh);
    later();
    opens(keys, fresh);
    opens(keys, old);
    opens(read(), old);
    opens(read(), fresh);
  }

  @Test
  void formerPairNotKept_isOpenedUntilTheNextStartOnly() throws Exception {
    SignedEnvelope old = sealed();
    lab.renew("platform-enc");
    later();
    opens(keys, old);
    refuses(read(), CryptoFault.MESSAGE_REFUSED, old);
  }

  @Test
  void halfAPair_isNotTakenAndTheOneBeforeStaysInUse() throws Exception {
    SignedEnvelope old = sealed();
    Path certificate = lab.pki().resolve("platform-enc.pem");
    Path put = directory.resolve("put-aside.pem");
    Files.copy(certificate, put);
    lab.renew("platform-enc");
    Path fresh = directory.resolve("fresh.pem");
    Files.move(certificate, fresh);
    Files.move(put, certificate);
    later();
    opens(keys, old);
    Files.move(fresh, certificate, StandardCopyOption.REPLACE_EXISTING);
    later();
    opens(keys, sealed());
    opens(keys, old);
  }

  @Test
  void signingKeyRenewed_nextReceiptBearsTheNewCertificate() throws Exception {
    Sm2Certificate before = keys.signing().certificate();
    var receipts = keys.receipts();
    lab.renew("platform-sign");
    later();
    assertNotEquals(before, keys.signing().certificate());
    byte[] signed = receipts.sign(List.of(receipt(sealed())));
    assertEquals(1, lab.verifier(GatewayLab.A).verify(signed).size());
    assertEquals(keys.signing().certificate(), SignedMessage.readContentInfo(signed).signer());
  }

  @Test
  void revocationListPutThere_countsWithoutAStart() throws Exception {
    SignedEnvelope envelope = sealed();
    opens(keys, envelope);
    lab.revoke(kiosk);
    later();
    refuses(keys, CryptoFault.CERTIFICATE_REVOKED, envelope);
  }

  @Test
  void filesGone_theOnesBeforeStayInUse() throws Exception {
    SignedEnvelope envelope = sealed();
    Files.delete(lab.pki().resolve("ca.pem"));
    later();
    opens(keys, envelope);
    assertEquals(
        envelope.id(),
        new CanonicalMessageCodec().decode(keys.opener().open(envelope.bytes()).content()).id());
  }

  private static PlatformReceipt receipt(SignedEnvelope envelope) {
    return new PlatformReceipt(
        GatewayLab.A,
        envelope.id(),
        envelope.sm3(),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2026-11-21T08:00:00Z"));
  }

  private void keepFormer() throws Exception {
    Path former = Files.createDirectories(lab.pki().resolve("former"));
    for (String end : new String[] {".pem", ".key"}) {
      Files.copy(lab.pki().resolve("platform-enc" + end), former.resolve("enc-2026" + end));
    }
  }
}

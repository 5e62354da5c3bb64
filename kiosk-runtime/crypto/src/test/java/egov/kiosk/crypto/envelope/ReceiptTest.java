package egov.kiosk.crypto.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What must happen before a receipt is believed. */
class ReceiptTest {
  private static final int FLIPS = 10_000;

  private final Lab lab;
  private final TestCodec codec = new TestCodec();

  ReceiptTest() throws CryptoException {
    lab = new Lab();
  }

  private Sm2ReceiptVerifier verifier(Instant now) {
    return new Sm2ReceiptVerifier(
        Lab.KIOSK, lab.trust, Lab.PLATFORM, codec, InstantSource.fixed(now));
  }

  private byte[] signed(PlatformReceipt... receipts) throws CryptoException {
    return new ReceiptSigner(lab.platformKey(), codec).sign(List.of(receipts));
  }

  private ReceiptRefusedException refused(Reason reason, byte[] message) {
    ReceiptRefusedException refused =
        assertThrows(ReceiptRefusedException.class, () -> verifier(Lab.NOW).verify(message));
    assertEquals(reason, refused.reason());
    return refused;
  }

  @Test
  void verify_thePlatformsReceipt_comesBack() throws Exception {
    PlatformReceipt receipt = Sample.receipt(Lab.KIOSK);
    assertEquals(List.of(receipt), verifier(Lab.NOW).verify(signed(receipt)));
  }

  @Test
  void verify_fiftyUnderOneSignature_comeBackInOrder() throws Exception {
    List<PlatformReceipt> fifty =
        Stream.generate(() -> Sample.receipt(Lab.KIOSK)).limit(MessageCodec.MOST_RECEIPTS).toList();
    byte[] message = new ReceiptSigner(lab.platformKey(), codec).sign(fifty);
    assertTrue(message.length < Sm2ReceiptVerifier.LARGEST);
    assertEquals(fifty, verifier(Lab.NOW).verify(message));
  }

  @Test
  void verify_oneOfThreeForAnotherKiosk_wholeDocumentRefused() throws Exception {
    refused(
        Reason.OTHER_KIOSK,
        signed(
            Sample.receipt(Lab.KIOSK), Sample.receipt("other-kiosk"), Sample.receipt(Lab.KIOSK)));
  }

  @Test
  void verify_largerThanAnyDocument_refusedLikeAnyDamage() throws Exception {
    byte[] content = new byte[Sm2ReceiptVerifier.LARGEST];
    byte[] message = SignedMessage.sign(lab.platformKey(), content).contentInfo();
    assertEquals(
        CryptoException.messageRefused().getMessage(),
        refused(Reason.BAD_SIGNATURE, message).getMessage());
  }

  @Test
  void verify_sameVerifierAfterTheCertificateExpired_refused() throws Exception {
    Instant[] now = {Lab.NOW};
    Sm2ReceiptVerifier verifier =
        new Sm2ReceiptVerifier(Lab.KIOSK, lab.trust, Lab.PLATFORM, codec, () -> now[0]);
    byte[] message = signed(Sample.receipt(Lab.KIOSK));
    assertEquals(1, verifier.verify(message).size());
    now[0] = Lab.UNTIL.plus(Duration.ofDays(1));
    assertThrows(ReceiptRefusedException.class, () -> verifier.verify(message));
    now[0] = Lab.NOW;
    assertEquals(1, verifier.verify(message).size());
  }

  @Test
  void verify_oneBitFlippedInTenThousandPlaces_alwaysTheSameRefusal() throws Exception {
    byte[] good = signed(Sample.receipt(Lab.KIOSK));
    Random places = new Random(35275);
    for (int flip = 0; flip < FLIPS; flip++) {
      int bit = flip < good.length * 8 ? flip : places.nextInt(good.length * 8);
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      assertEquals(
          CryptoException.messageRefused().getMessage(),
          refused(Reason.BAD_SIGNATURE, bent).getMessage());
    }
  }

  @Test
  void verify_signedByAnotherKiosk_refused() throws Exception {
    byte[] message = SignedMessage.sign(lab.kioskKey(), content(Lab.KIOSK)).contentInfo();
    refused(Reason.BAD_SIGNATURE, message);
  }

  @Test
  void verify_signedByAStrangersPlatform_refused() throws Exception {
    CertificateAuthority stranger =
        CertificateAuthority.create("lab-root", Lab.FROM, Lab.UNTIL, lab.random);
    SoftwareSigningKey key =
        SoftwareSigningKey.of(
            stranger.issue(Lab.PLATFORM, CertificateUse.SIGN, Lab.FROM, Lab.UNTIL), lab.random);
    refused(Reason.BAD_SIGNATURE, SignedMessage.sign(key, content(Lab.KIOSK)).contentInfo());
  }

  @Test
  void verify_forAnotherKiosk_refusedAsSuch() throws Exception {
    refused(Reason.OTHER_KIOSK, signed(Sample.receipt("other-kiosk")));
  }

  @Test
  void verify_platformSignedSomethingElse_refusedAsMalformed() throws Exception {
    byte[] message = SignedMessage.sign(lab.platformKey(), new byte[] {1, 2}).contentInfo();
    refused(Reason.MALFORMED, message);
  }

  @Test
  void verify_platformCertificateExpired_refusedAndSaysSo() throws Exception {
    byte[] message = signed(Sample.receipt(Lab.KIOSK));
    ReceiptRefusedException refused =
        assertThrows(
            ReceiptRefusedException.class,
            () -> verifier(Lab.UNTIL.plus(Duration.ofDays(1))).verify(message));
    assertEquals(Reason.BAD_SIGNATURE, refused.reason());
    assertTrue(refused.getMessage().contains("CERTIFICATE_EXPIRED"));
  }

  @Property(tries = 1000)
  void verify_anyBytes_refused(@ForAll byte[] bytes) {
    refused(Reason.BAD_SIGNATURE, bytes);
  }

  private byte[] content(String kioskId) {
    return codec.encodeReceipts(List.of(Sample.receipt(kioskId)));
  }
}

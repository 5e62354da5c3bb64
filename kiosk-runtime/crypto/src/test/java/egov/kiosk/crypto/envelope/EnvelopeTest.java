package egov.kiosk.crypto.envelope;

import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_EXPIRED;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_USE_WRONG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.message.EnvelopedMessage;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.Transaction;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From the kiosk's sealer to the platform's opener, and what may come between. */
class EnvelopeTest {
  private static final int FLIPS = 10_000;
  private static final InstantSource CLOCK = InstantSource.fixed(Lab.NOW);

  private final Lab lab;
  private final TestCodec codec = new TestCodec();

  EnvelopeTest() throws CryptoException {
    lab = new Lab();
  }

  private Gbt35275EnvelopeSealer sealer(InstantSource clock) throws CryptoException {
    return new Gbt35275EnvelopeSealer(
        lab.kioskKey(), lab.platformEncrypt.certificate(), codec, clock, lab.random);
  }

  private EnvelopeOpener opener(InstantSource clock) {
    return new EnvelopeOpener(lab.platformEncrypt, lab.trust, clock);
  }

  private byte[] sealed() throws Exception {
    return sealer(CLOCK).seal(Sample.transaction(Lab.KIOSK, "写明一点")).bytes();
  }

  private byte[] sealedInside(byte[] signedData) {
    HedgedRandom random = new HedgedRandom(lab.random);
    random.begin(signedData, new byte[0]);
    return EnvelopedMessage.seal(lab.platformEncrypt.certificate(), signedData, random);
  }

  @Test
  void open_sealedTransaction_saysWhoAndWhat() throws Exception {
    Transaction transaction = Sample.transaction(Lab.KIOSK, "写明一点");
    SignedEnvelope envelope = sealer(CLOCK).seal(transaction);
    assertEquals(transaction.id(), envelope.id());
    assertEquals(MessageKind.ITEM, envelope.kind());
    assertEquals("item-1", envelope.itemCode());
    assertEquals(HexFormat.of().formatHex(Sm3.digest(envelope.bytes())), envelope.sm3());
    OpenedEnvelope opened = opener(CLOCK).open(envelope.bytes());
    assertEquals(Lab.KIOSK, opened.kioskId());
    assertEquals(lab.kiosk.certificate(), opened.signer());
    assertArrayEquals(codec.encode(transaction), opened.content());
    assertEquals(envelope.sm3(), opened.envelopeSm3());
    assertFalse(opened.toString().contains("写明"));
  }

  @Test
  void open_sealedRating_saysWhoAndWhat() throws Exception {
    Rating rating = Sample.rating(Lab.KIOSK);
    SignedEnvelope envelope = sealer(CLOCK).seal(rating);
    assertEquals(rating.id(), envelope.id());
    assertEquals(MessageKind.RATING, envelope.kind());
    assertArrayEquals(codec.encode(rating), opener(CLOCK).open(envelope.bytes()).content());
  }

  @Test
  void c09_open_oneBitFlippedInTenThousandPlaces_alwaysTheSameRefusal() throws Exception {
    byte[] good = sealed();
    EnvelopeOpener opener = opener(CLOCK);
    Random places = new Random(35275);
    for (int flip = 0; flip < FLIPS; flip++) {
      int bit = places.nextInt(good.length * 8);
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      Refusal.ofMessage(() -> opener.open(bent));
    }
  }

  @Test
  void c09_open_insideBentThenSealedAgain_alwaysTheSameRefusal() throws Exception {
    byte[] inside =
        SignedMessage.sign(lab.kioskKey(), codec.encode(Sample.rating(Lab.KIOSK))).signedData();
    EnvelopeOpener opener = opener(CLOCK);
    for (int bit = 0; bit < inside.length * 8; bit += 3) {
      byte[] bent = inside.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      byte[] envelope = sealedInside(bent);
      Refusal.ofMessage(() -> opener.open(envelope));
    }
  }

  @Test
  void open_signedByUnknownKiosk_looksLikeDamage() throws Exception {
    for (String name : new String[] {"lab-root", "stranger-root"}) {
      CertificateAuthority stranger =
          CertificateAuthority.create(name, Lab.FROM, Lab.UNTIL, lab.random);
      IssuedKey kiosk = stranger.issue(Lab.KIOSK, CertificateUse.SIGN, Lab.FROM, Lab.UNTIL);
      SignedMessage message =
          SignedMessage.sign(SoftwareSigningKey.of(kiosk, lab.random), new byte[] {1});
      byte[] envelope = sealedInside(message.signedData());
      Refusal.ofMessage(() -> opener(CLOCK).open(envelope));
    }
  }

  @Test
  void open_signedByOurEncryptionKey_refusedAsWrongUse() throws Exception {
    SigningKey misused =
        new SigningKey() {
          @Override
          public Sm2Certificate certificate() {
            return lab.platformEncrypt.certificate();
          }

          @Override
          public byte[] sign(byte[] message) {
            return new Sm2Signing(lab.platformEncrypt.key(), lab.random).sign(message);
          }

          @Override
          public byte[] sign(byte[] message, byte[] userId) {
            throw new AssertionError("messages are signed under the default user id");
          }
        };
    byte[] envelope = sealedInside(SignedMessage.sign(misused, new byte[] {1}).signedData());
    Refusal.with(CERTIFICATE_USE_WRONG, () -> opener(CLOCK).open(envelope));
  }

  @Test
  void open_afterTheKiosksCertificateExpired_refusedAsExpired() throws Exception {
    byte[] envelope = sealed();
    InstantSource late = InstantSource.fixed(Lab.UNTIL.plusSeconds(301));
    Refusal.with(CERTIFICATE_EXPIRED, () -> opener(late).open(envelope));
  }

  @Test
  void open_tooLarge_refusedUnread() throws Exception {
    byte[] large = Arrays.copyOf(sealed(), Gbt35275EnvelopeSealer.LARGEST + 1);
    Refusal.ofMessage(() -> opener(CLOCK).open(large));
  }

  @Test
  void seal_certificateNotValidNow_refusedWithRemedy() throws Exception {
    for (InstantSource clock :
        new InstantSource[] {
          InstantSource.fixed(Lab.FROM.minusSeconds(301)),
          InstantSource.fixed(Lab.UNTIL.plusSeconds(301))
        }) {
      Gbt35275EnvelopeSealer sealer = sealer(clock);
      SealException refused =
          assertThrows(SealException.class, () -> sealer.seal(Sample.transaction(Lab.KIOSK, "x")));
      assertTrue(refused.getMessage().contains("check the clock"));
    }
  }

  @Test
  void seal_largerThanTheContractAllows_refused() throws Exception {
    byte[] content = new byte[Gbt35275EnvelopeSealer.LARGEST];
    TestCodec huge =
        new TestCodec() {
          @Override
          public byte[] encode(Rating rating) {
            return content.clone();
          }
        };
    Gbt35275EnvelopeSealer sealer =
        new Gbt35275EnvelopeSealer(
            lab.kioskKey(), lab.platformEncrypt.certificate(), huge, CLOCK, lab.random);
    SealException refused =
        assertThrows(SealException.class, () -> sealer.seal(Sample.rating(Lab.KIOSK)));
    assertTrue(refused.getMessage().contains("MESSAGE_TOO_LARGE"));
  }

  @Test
  void seal_anotherKiosksTransaction_refused() throws Exception {
    Gbt35275EnvelopeSealer sealer = sealer(CLOCK);
    assertEquals(Lab.KIOSK, sealer.kioskId());
    Transaction foreign = Sample.transaction("other", "x");
    assertThrows(IllegalArgumentException.class, () -> sealer.seal(foreign));
  }

  @Test
  void seal_sameTransactionTwice_differentBytesSameContent() throws Exception {
    Transaction transaction = Sample.transaction(Lab.KIOSK, "x");
    Gbt35275EnvelopeSealer sealer = sealer(CLOCK);
    byte[] one = sealer.seal(transaction).bytes();
    byte[] two = sealer.seal(transaction).bytes();
    assertFalse(Arrays.equals(one, two));
    assertArrayEquals(opener(CLOCK).open(one).content(), opener(CLOCK).open(two).content());
  }
}

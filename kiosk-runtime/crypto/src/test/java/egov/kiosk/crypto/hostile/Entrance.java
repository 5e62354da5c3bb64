package egov.kiosk.crypto.hostile;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.Gbt35275ParcelSealer;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.crypto.envelope.Sm2ParcelVerifier;
import egov.kiosk.crypto.envelope.Sm2ReceiptVerifier;
import egov.kiosk.crypto.envelope.TestCodec;
import egov.kiosk.crypto.envelope.TestFleetCodec;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.transaction.TransactionId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * One place where bytes from outside come in.
 *
 * @param good bytes it takes
 * @param parser takes bytes, and gives back those it understood: the same, or it lied
 * @param anonymous whether an attacker feeds it and must learn nothing from how it refuses
 */
record Entrance(byte[] good, Parser parser, boolean anonymous) {
  private static final InstantSource CLOCK = InstantSource.fixed(Lab.NOW);

  /** Reads, or refuses by an exception. */
  interface Parser {
    byte[] read(byte[] bytes) throws Exception;
  }

  /** Every one of them, by name. */
  static Map<String, Entrance> all(Lab lab) throws Exception {
    TestCodec codec = new TestCodec();
    TestFleetCodec fleet = new TestFleetCodec();
    Order order =
        new Order.MissingChunks(
            Lab.KIOSK, Lab.NOW, TransactionId.create(Lab.NOW).value(), List.of(0));
    return Map.of(
        "certificate",
        new Entrance(
            lab.kiosk.certificate().encoded(), der -> Sm2Certificate.parse(der).encoded(), false),
        "revocation-list",
        new Entrance(list(lab), der -> RevocationList.parse(der).encoded(), false),
        "envelope",
        opened(
            new Gbt35275EnvelopeSealer(
                    lab.kioskKey(), lab.platformEncrypt.certificate(), codec, CLOCK, lab.random)
                .seal(Sample.transaction(Lab.KIOSK, "x"))
                .bytes(),
            new EnvelopeOpener(lab.platformEncrypt, lab.trust, CLOCK)::open),
        "order",
        opened(
            new OrderSigner(lab.platformKey(), fleet).sign(order),
            new Sm2OrderVerifier(Lab.KIOSK, lab.trust, Lab.PLATFORM, fleet, CLOCK)::verify),
        "receipt",
        opened(
            new ReceiptSigner(lab.platformKey(), codec).sign(List.of(Sample.receipt(Lab.KIOSK))),
            new Sm2ReceiptVerifier(Lab.KIOSK, lab.trust, Lab.PLATFORM, codec, CLOCK)::verify),
        "parcel",
        opened(
            new Gbt35275ParcelSealer(
                    lab.kioskKey(), lab.platformEncrypt.certificate(), CLOCK, lab.random)
                .sealParcel(new byte[4], new byte[40]),
            new Sm2ParcelVerifier(lab.trust, CLOCK)::verifyParcel),
        "signed-data",
        opened(
            SignedMessage.sign(lab.kioskKey(), new byte[9]).signedData(),
            der -> checked(lab, SignedMessage.read(der))),
        "sm2-ciphertext",
        opened(
            Sm2Encryption.encrypt(
                lab.platformEncrypt.certificate().publicKey(), new byte[16], lab.random),
            der -> Sm2Encryption.decrypt(lab.platformEncrypt.key(), der)),
        "sm2-signature",
        opened(lab.kioskKey().sign(new byte[3]), der -> verified(lab, der)));
  }

  /** One that never takes anything but the good bytes. */
  private static Entrance opened(byte[] good, Opening opening) {
    return new Entrance(
        good,
        bytes -> {
          opening.open(bytes);
          return good;
        },
        true);
  }

  private interface Opening {
    Object open(byte[] bytes) throws Exception;
  }

  private static Object checked(Lab lab, SignedMessage message) throws CryptoException {
    try {
      lab.trust.check(message.signer(), egov.kiosk.crypto.certificate.CertificateUse.SIGN, Lab.NOW);
      return message;
    } catch (CryptoException e) {
      throw CryptoException.messageRefused();
    }
  }

  private static Object verified(Lab lab, byte[] signature) throws CryptoException {
    if (!lab.kiosk.certificate().publicKey().verifies(new byte[3], signature)) {
      throw CryptoException.messageRefused();
    }
    return signature;
  }

  private static byte[] list(Lab lab) throws CryptoException {
    return lab.authority
        .revoke(
            BigInteger.TWO,
            Map.of(BigInteger.TEN, Lab.NOW, BigInteger.ONE, Lab.NOW),
            Lab.NOW,
            Lab.NOW.plus(Duration.ofDays(7)))
        .encoded();
  }
}

package egov.kiosk.enrolment.device;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificatePair;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.enrolment.message.CodeKeys;
import egov.kiosk.enrolment.message.EnrolmentAnswer;
import egov.kiosk.enrolment.message.EnrolmentRequest;
import egov.kiosk.enrolment.message.Turns;
import egov.kiosk.tls.national.AuthorityPins;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A platform that believes whoever has the code, written beside the real one. */
final class TestPlatform implements Conversation {
  static final SecureRandom RANDOM = new SecureRandom();
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  final CertificateAuthority root;
  final CodeKeys keys;
  private final byte[] secret = {9, 8, 7};
  private byte[] request;
  private byte[] answer;
  private byte[] answered;
  private boolean lying;

  TestPlatform(String name, EnrolmentCode code) throws CryptoException {
    root =
        CertificateAuthority.create(
            name, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(99)), RANDOM);
    keys = CodeKeys.of(code);
  }

  AuthorityPins pins() {
    return new AuthorityPins(Set.of(AuthorityPins.of(root.certificate())));
  }

  /** From now on its certificates are over keys of its own. */
  void lie() {
    lying = true;
  }

  @Override
  public byte[] say(byte[] message) {
    EnrolmentRequest.Received received = EnrolmentRequest.parse(message).orElse(null);
    try {
      if (received != null) {
        request = message;
        Sm2PublicKey encryption = received.request().encryption().orElseThrow();
        return Turns.challenge(keys, message, Sm2Encryption.encrypt(encryption, secret, RANDOM));
      }
      if (!Turns.proven(keys, request, secret, message)) {
        return Turns.refused();
      }
      if (answer == null || !java.util.Arrays.equals(answered, request)) {
        answered = request;
        answer = answer(EnrolmentRequest.parse(request).orElseThrow());
      }
      return answer;
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] answer(EnrolmentRequest.Received received) throws CryptoException {
    EnrolmentRequest asked = received.request();
    Sm2PublicKey signing =
        lying
            ? egov.kiosk.crypto.sm.Sm2PrivateKey.generate(RANDOM).publicKey()
            : asked.signing().publicKey();
    return new EnrolmentAnswer(
            received.digest(),
            CertificatePair.of(
                certified(asked.kioskId(), signing, CertificateUse.SIGN),
                certified(
                    asked.kioskId(), asked.encryption().orElseThrow(), CertificateUse.ENCRYPT)),
            Optional.empty(),
            List.of(root.certificate()),
            List.of(),
            own("platform-sign", CertificateUse.SIGN),
            own("platform-enc", CertificateUse.ENCRYPT))
        .encode(keys);
  }

  private Sm2Certificate certified(String name, Sm2PublicKey key, CertificateUse use)
      throws CryptoException {
    return root.certify(name, key, use, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(9)));
  }

  private Sm2Certificate own(String name, CertificateUse use) throws CryptoException {
    return root.issue(name, use, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(9))).certificate();
  }

  @Override
  public void close() {
    // No line.
  }
}

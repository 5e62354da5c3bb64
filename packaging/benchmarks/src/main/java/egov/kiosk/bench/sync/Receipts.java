package egov.kiosk.bench.sync;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.envelope.Sm2ReceiptVerifier;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the platform answers: each receipt is made beforehand, the signature over a document of them
 * when it is known which go together. Signing is done in earnest with the platform's own algorithm,
 * on the processors the kiosk is measured on, and the kiosk verifies each document in earnest. Safe
 * for several threads.
 */
final class Receipts {
  private static final String PLATFORM = "platform-sign";

  private final Map<String, PlatformReceipt> byMessage = new ConcurrentHashMap<>();
  private final CanonicalMessageCodec codec = new CanonicalMessageCodec();
  private final ReceiptSigner signer;
  private final TrustStore trust;

  Receipts() throws CryptoException {
    SecureRandom random = new SecureRandom();
    Instant from = Instant.now().minus(Duration.ofDays(1));
    Instant until = Instant.now().plus(Duration.ofDays(30));
    CertificateAuthority authority = CertificateAuthority.create("bench-ca", from, until, random);
    signer =
        new ReceiptSigner(
            SoftwareSigningKey.of(
                authority.issue(PLATFORM, CertificateUse.SIGN, from, until), random),
            codec);
    trust = TrustStore.of(List.of(authority.certificate()));
  }

  /** From now on these messages of a kiosk have an answer. */
  void make(String kioskId, List<SignedEnvelope> messages) {
    for (SignedEnvelope message : messages) {
      byMessage.put(
          message.id().value(),
          new PlatformReceipt(
              kioskId,
              message.id(),
              message.sm3(),
              PlatformReceipt.Outcome.ACCEPTED,
              Optional.of("3501-2026-000001"),
              Optional.empty(),
              Instant.now()));
    }
  }

  /** The receipt for a message, if one was made. */
  Optional<PlatformReceipt> of(String messageId) {
    return Optional.ofNullable(byMessage.get(messageId));
  }

  /** A document of them, as it goes to their kiosk. */
  byte[] sign(List<PlatformReceipt> receipts) throws CryptoException {
    return signer.sign(receipts);
  }

  ReceiptVerifier verifier(String kioskId) {
    return new Sm2ReceiptVerifier(kioskId, trust, PLATFORM, codec, Clock.systemUTC());
  }
}

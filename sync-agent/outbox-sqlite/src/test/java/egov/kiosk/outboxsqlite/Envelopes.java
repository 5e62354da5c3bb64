package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Messages and receipts for tests; any 32 bytes serve as their digest. */
final class Envelopes {
  static final String KIOSK = "lab-000001";
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private Envelopes() {}

  static SignedEnvelope of(int bytes) {
    return of(TransactionId.create(NOW), bytes, new Random().nextLong());
  }

  static SignedEnvelope of(TransactionId id, int bytes, long seed) {
    byte[] content = new byte[bytes];
    new Random(seed).nextBytes(content);
    MessageKind kind = seed % 5 == 0 ? MessageKind.RATING : MessageKind.ITEM;
    return new SignedEnvelope(id, kind, "resident-permit", content, digest(content));
  }

  static SignedEnvelope of(MessageKind kind, Label label, int bytes) {
    byte[] content = new byte[bytes];
    new Random().nextBytes(content);
    TransactionId id = TransactionId.create(NOW);
    return new SignedEnvelope(id, kind, "resident-permit", content, digest(content), label);
  }

  static SignedEnvelope of(Lane lane, int bytes) {
    return of(MessageKind.ITEM, Label.of(lane), bytes);
  }

  static PlatformReceipt accepted(SignedEnvelope envelope) {
    return accepted(envelope, NOW);
  }

  static PlatformReceipt accepted(SignedEnvelope envelope, Instant issuedAt) {
    return new PlatformReceipt(
        KIOSK,
        envelope.id(),
        envelope.sm3(),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.of("3301-2026-000042"),
        Optional.empty(),
        issuedAt);
  }

  static PlatformReceipt rejected(SignedEnvelope envelope) {
    return new PlatformReceipt(
        KIOSK,
        envelope.id(),
        envelope.sm3(),
        PlatformReceipt.Outcome.REJECTED,
        Optional.empty(),
        Optional.of("FORM_INVALID"),
        NOW);
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package egov.kiosk.domain.fleet;

import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;

/**
 * A question on its way to the platform (在线提问). Travels sealed, is never queued, and carries the
 * key its answer is encrypted under. Printed by no {@code toString}.
 *
 * @param id its identity; the answer names it
 * @param kioskId who asks
 * @param askedAt when, by the kiosk's clock
 * @param expiresAt not answered after this; the citizen has gone on
 * @param answerKey an SM4 key for this answer alone, 32 hexadecimal digits in lower case
 * @param asking what is asked
 */
public record Question(
    TransactionId id,
    String kioskId,
    Instant askedAt,
    Instant expiresAt,
    String answerKey,
    Asking asking) {
  public Question {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(askedAt, "askedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(asking, "asking");
    if (!answerKey.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a key is 32 hexadecimal digits in lower case");
    }
  }

  @Override
  public String toString() {
    return "Question[" + id + " " + asking.purpose() + "]";
  }
}

package egov.kiosk.domain.envelope;

import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The platform's word that it has a message for good, or will never take it (回执). Only one whose
 * signature was verified settles anything.
 *
 * @param kioskId the kiosk it is meant for
 * @param messageId the message it answers
 * @param envelopeSm3 SM3 of the message as received, 64 hexadecimal digits in lower case
 * @param outcome taken or refused
 * @param acceptanceNumber the official number (受理号), for accepted transactions
 * @param reason why it was refused, a short code; empty when accepted
 * @param issuedAt when, by the platform's clock
 */
public record PlatformReceipt(
    String kioskId,
    TransactionId messageId,
    String envelopeSm3,
    Outcome outcome,
    Optional<String> acceptanceNumber,
    Optional<String> reason,
    Instant issuedAt) {
  // Many come in one document: a pattern is not compiled for each.
  private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,64}");
  private static final Pattern REASON = Pattern.compile("[A-Z0-9_]{1,64}");

  /** What became of the message. */
  public enum Outcome {
    ACCEPTED,
    REJECTED
  }

  public PlatformReceipt {
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(acceptanceNumber, "acceptanceNumber");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(issuedAt, "issuedAt");
    if (!SM3.matcher(envelopeSm3).matches()) {
      throw new IllegalArgumentException("envelopeSm3 has 64 hexadecimal digits in lower case");
    }
    if (acceptanceNumber.isPresent() && !NUMBER.matcher(acceptanceNumber.get()).matches()) {
      throw new IllegalArgumentException("an acceptance number has letters, digits and hyphens");
    }
    if (reason.isPresent() && !REASON.matcher(reason.get()).matches()) {
      throw new IllegalArgumentException("a reason is a code of capitals, digits and underscores");
    }
    if ((outcome == Outcome.REJECTED) != reason.isPresent()) {
      throw new IllegalArgumentException("a refusal has a reason, and only a refusal has one");
    }
  }
}

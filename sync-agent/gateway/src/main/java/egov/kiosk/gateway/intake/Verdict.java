package egov.kiosk.gateway.intake;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.gateway.store.Accepted;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a message.
 *
 * @param kind what happened
 * @param receipt the answer; empty when the sender is not known to be who it claims
 * @param why a short code for the log; empty when accepted
 */
public record Verdict(Kind kind, Optional<PlatformReceipt> receipt, String why) {
  /** What happened. */
  public enum Kind {
    /** Taken for good. */
    ACCEPTED,
    /** Taken before; the same receipt goes out again. */
    DUPLICATE,
    /** Not taken; nothing changed. */
    REFUSED,
    /** Not yet; nobody is answered and the kiosk sends it again. */
    LATER
  }

  public Verdict {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(receipt, "receipt");
    Objects.requireNonNull(why, "why");
  }

  static Verdict silent(String why) {
    return new Verdict(Kind.REFUSED, Optional.empty(), why);
  }

  static Verdict refused(PlatformReceipt receipt) {
    return new Verdict(Kind.REFUSED, Optional.of(receipt), receipt.reason().orElseThrow());
  }

  static Verdict later() {
    return new Verdict(Kind.LATER, Optional.empty(), "LATER");
  }

  static Verdict taken(Accepted accepted) {
    return new Verdict(Kind.ACCEPTED, Optional.of(receipt(accepted)), "");
  }

  static Verdict known(Accepted accepted) {
    return new Verdict(Kind.DUPLICATE, Optional.of(receipt(accepted)), "DUPLICATE");
  }

  private static PlatformReceipt receipt(Accepted accepted) {
    return new PlatformReceipt(
        accepted.kioskId(),
        accepted.id(),
        accepted.envelopeSm3(),
        PlatformReceipt.Outcome.ACCEPTED,
        accepted.acceptanceNumber(),
        Optional.empty(),
        accepted.acceptedAt());
  }
}

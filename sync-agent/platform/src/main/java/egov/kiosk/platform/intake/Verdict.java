package egov.kiosk.platform.intake;

import egov.kiosk.domain.envelope.PlatformReceipt;
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
    REFUSED
  }

  public Verdict {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(receipt, "receipt");
    Objects.requireNonNull(why, "why");
  }

  static Verdict silent(String why) {
    return new Verdict(Kind.REFUSED, Optional.empty(), why);
  }
}

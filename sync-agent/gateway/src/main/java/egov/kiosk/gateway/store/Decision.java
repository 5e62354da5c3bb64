package egov.kiosk.gateway.store;

import java.util.Objects;

/**
 * What a store made of a candidate.
 *
 * @param outcome what happened
 * @param accepted the message as the store has it: this one, or the one that was there before
 */
public record Decision(Outcome outcome, Accepted accepted) {
  /** What happened. */
  public enum Outcome {
    /** Taken now. */
    TAKEN,
    /** The very same bytes were taken before. */
    KNOWN,
    /** Other bytes were taken under this id before; nothing changed. */
    CONFLICT
  }

  public Decision {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(accepted, "accepted");
  }

  /** For a candidate whose id the store knows already. */
  public static Decision known(Accepted before, Candidate now) {
    boolean same = before.envelopeSm3().equals(now.envelopeSm3());
    return new Decision(same ? Outcome.KNOWN : Outcome.CONFLICT, before);
  }
}

package egov.kiosk.domain.access;

import egov.kiosk.domain.device.Actor;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody was not let in, or may not do this. The message names no badge, no PIN and no token, and
 * does not tell an unknown badge from a wrong PIN.
 */
public final class AccessException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Badge, PIN or card are not right, together or each; deliberately not told apart. */
    REFUSED(Actor.STAFF),
    /**
     * Too many wrong ones: refused unseen for {@link #lockedFor()}, or until somebody unlocks it.
     */
    LOCKED(Actor.STAFF),
    /** The platform was out of reach for too long for this role to sign in. */
    OFFLINE_TOO_LONG(Actor.TECHNICIAN),
    /** No such sign-in, or it is over. */
    NOT_SIGNED_IN(Actor.STAFF),
    /** The role may not do this. */
    ROLE_TOO_LOW(Actor.STAFF),
    /** First the PIN must be changed, or an administrator's key card be put in force. */
    LIMITED(Actor.STAFF),
    /** The new PIN breaks {@link #rule()}. */
    PIN_TOO_WEAK(Actor.STAFF),
    /** Nobody has that badge. */
    NO_SUCH_BADGE(Actor.STAFF),
    /** Somebody has that badge already. */
    BADGE_TAKEN(Actor.STAFF),
    /** There would be no administrator left. */
    LAST_ADMINISTRATOR(Actor.STAFF),
    /** Not a public key of SM2, or this badge has it already, or too many. */
    CARD_REFUSED(Actor.STAFF),
    /** The book is full. */
    FULL(Actor.STAFF),
    /** The book of staff cannot be used; the health check {@code access} says why. */
    UNAVAILABLE(Actor.TECHNICIAN),
    /** It could not be recorded in the audit log, and without that it is not done. */
    NOT_RECORDED(Actor.TECHNICIAN);

    private final Actor actor;

    Reason(Actor actor) {
      this.actor = actor;
    }

    /** Who must act. */
    public Actor actor() {
      return actor;
    }
  }

  private final Reason reason;
  private final int attemptsLeft;
  private final Duration lockedFor;
  private final PinRule rule;

  private AccessException(Reason reason, int attemptsLeft, Duration lockedFor, PinRule rule) {
    super("access: " + reason);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.attemptsLeft = attemptsLeft;
    this.lockedFor = lockedFor;
    this.rule = rule;
  }

  /** A refusal that has nothing more to say. */
  public static AccessException of(Reason reason) {
    return new AccessException(reason, 0, Duration.ZERO, null);
  }

  /**
   * Not right.
   *
   * @param attemptsLeft how often it may be wrong again before a lock-out
   */
  public static AccessException refused(int attemptsLeft) {
    return new AccessException(Reason.REFUSED, attemptsLeft, Duration.ZERO, null);
  }

  /**
   * Locked out.
   *
   * @param wait for how long, as time this kiosk runs
   */
  public static AccessException locked(Duration wait) {
    return new AccessException(Reason.LOCKED, 0, Objects.requireNonNull(wait, "wait"), null);
  }

  /** The new PIN breaks a rule. */
  public static AccessException weak(PinRule rule) {
    return new AccessException(
        Reason.PIN_TOO_WEAK, 0, Duration.ZERO, Objects.requireNonNull(rule, "rule"));
  }

  public Reason reason() {
    return reason;
  }

  /** Of {@link Reason#REFUSED}: how often it may be wrong again before a lock-out; otherwise 0. */
  public int attemptsLeft() {
    return attemptsLeft;
  }

  /** Of {@link Reason#LOCKED}: how long it lasts yet; otherwise zero. */
  public Duration lockedFor() {
    return lockedFor;
  }

  /** Of {@link Reason#PIN_TOO_WEAK}: which rule. */
  public Optional<PinRule> rule() {
    return Optional.ofNullable(rule);
  }
}

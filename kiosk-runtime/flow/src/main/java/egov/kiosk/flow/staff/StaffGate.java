package egov.kiosk.flow.staff;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks PINs and slows guessing down: after five wrong ones in a row, whichever badge they were
 * for, every PIN is refused for a minute. The count belongs to the kiosk and not to a session, so
 * that ending the session does not help a guesser; citizens are never locked out, all they do goes
 * on. Safe for several threads; guesses wait for one another.
 */
public final class StaffGate {
  static final int WRONG_ALLOWED = 5;
  static final Duration PAUSE = Duration.ofSeconds(60);
  private static final int LONGEST_PIN = 64;

  /** Stands in for unknown badges, so that an answer takes as long for them. */
  private static final StaffMember NOBODY =
      StaffMember.parse(
          "nobody:" + StaffPins.ITERATIONS + ":" + "00".repeat(16) + ":" + "00".repeat(32));

  /**
   * What a check came to.
   *
   * @param accepted whether badge and PIN belong together
   * @param attemptsLeft tries left before the pause, 0 while it lasts
   */
  public record Verdict(boolean accepted, int attemptsLeft) {}

  private final Supplier<Duration> elapsed;
  private int wrong;
  private Duration pausedUntil;

  /**
   * Opens the gate.
   *
   * @param elapsed a clock that only ever goes forward
   */
  public StaffGate(Supplier<Duration> elapsed) {
    this.elapsed = elapsed;
  }

  /** Checks one badge and PIN against the members known now. */
  public synchronized Verdict check(List<StaffMember> members, String badge, String pin) {
    if (pausedUntil != null) {
      if (elapsed.get().compareTo(pausedUntil) < 0) {
        return new Verdict(false, 0);
      }
      pausedUntil = null;
      wrong = 0;
    }
    StaffMember member =
        members.stream().filter(known -> known.badge().equals(badge)).findFirst().orElse(NOBODY);
    boolean right = pin.length() <= LONGEST_PIN && member.knows(pin) && member != NOBODY;
    if (right) {
      wrong = 0;
      return new Verdict(true, WRONG_ALLOWED);
    }
    wrong++;
    if (wrong >= WRONG_ALLOWED) {
      pausedUntil = elapsed.get().plus(PAUSE);
    }
    return new Verdict(false, WRONG_ALLOWED - wrong);
  }
}

package egov.kiosk.upkeep.look;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Level;
import java.util.Objects;

/**
 * What a look at the machine came to.
 *
 * @param level how bad it is
 * @param what what was seen, in one sentence without personal data
 * @param advice what a technician does about it; empty when all is well
 */
public record Verdict(Level level, String what, String advice) {
  public Verdict {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(advice, "advice");
  }

  static Verdict ok(String what) {
    return new Verdict(Level.OK, what, "");
  }

  static Verdict warn(String what, String advice) {
    return new Verdict(Level.WARN, what, advice);
  }

  static Verdict fail(String what, String advice) {
    return new Verdict(Level.FAIL, what, advice);
  }

  /** Bad for a site that serves people, worth a word in a laboratory. */
  static Verdict forbidden(boolean production, String what, String advice) {
    return new Verdict(production ? Level.FAIL : Level.WARN, what, advice);
  }

  Actor actor() {
    return level == Level.OK ? Actor.NOBODY : Actor.TECHNICIAN;
  }
}

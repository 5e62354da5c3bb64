package egov.kiosk.domain.health;

import egov.kiosk.domain.device.Actor;
import java.util.Objects;

/**
 * What a check found.
 *
 * @param name what was checked, e.g. {@code printer}
 * @param level how bad it is
 * @param what what was seen, in one sentence, without personal data
 * @param actor who must act; {@link Actor#NOBODY} when all is well
 * @param advice what to do, in one sentence; empty when all is well
 */
public record Finding(String name, Level level, String what, Actor actor, String advice) {
  public Finding {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(advice, "advice");
  }

  /** All is well. */
  public static Finding ok(String name, String what) {
    return new Finding(name, Level.OK, what, Actor.NOBODY, "");
  }
}

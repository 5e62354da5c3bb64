package egov.kiosk.audit.record;

import egov.kiosk.domain.audit.AuditResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Gives records their times. Never silently backwards: small corrections of the clock are waited
 * out, a clock that was set back or forward is said in a record of its own, and a time before this
 * program was built is not believed. For one thread.
 */
public final class Timeline {
  /** How far back a clock may be corrected without a word; records keep the later time. */
  public static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** From which difference between wall clock and running time on the clock was set forward. */
  public static final Duration JUMP = Duration.ofSeconds(60);

  private final Instant floor;
  private Instant last;
  private Instant believed;
  private long believedNanos;
  private boolean refusing;
  private boolean jumped;

  /**
   * @param floor when this program was built
   * @param last the time of the newest record; {@link Instant#MIN} for none
   */
  public Timeline(Instant floor, Instant last) {
    this.floor = floor;
    this.last = last;
  }

  /**
   * The time of the next record.
   *
   * @param notice what must be recorded before it, with that same time
   */
  public record Stamp(Instant time, Optional<Draft> notice) {}

  /** The next time, by a wall clock and by one that never goes back, in nanoseconds. */
  public Stamp next(Instant clock, long nanos) {
    Instant now = clock.truncatedTo(ChronoUnit.MILLIS);
    if (now.isBefore(floor)) {
      return refuse(now);
    }
    refusing = false;
    Optional<Draft> notice = Optional.empty();
    if (now.isBefore(last.minus(last.equals(Instant.MIN) ? Duration.ZERO : TOLERANCE))) {
      notice = Optional.of(moved(Draft.Own.CLOCK_BACK, last, now));
      last = now;
      jumped = true;
    } else if (believed != null) {
      Instant expected = believed.plusNanos(nanos - believedNanos);
      if (now.isAfter(expected.plus(JUMP))) {
        notice = Optional.of(moved(Draft.Own.CLOCK_FORWARD, expected, now));
        jumped = true;
      }
    }
    believed = now;
    believedNanos = nanos;
    last = now.isBefore(last) ? last : now;
    return new Stamp(last, notice);
  }

  /** Whether the clock was moved since the start; nothing may be judged too old by it. */
  public boolean moved() {
    return jumped || refusing;
  }

  private Stamp refuse(Instant now) {
    Optional<Draft> notice =
        refusing
            ? Optional.empty()
            : Optional.of(moved(Draft.Own.CLOCK_REFUSED, floor, now, AuditResult.REFUSED));
    refusing = true;
    last = last.isBefore(floor) ? floor : last;
    return new Stamp(last, notice);
  }

  private static Draft moved(Draft.Own what, Instant from, Instant to) {
    return moved(what, from, to, AuditResult.DONE);
  }

  private static Draft moved(Draft.Own what, Instant from, Instant to, AuditResult result) {
    return Draft.own(
        what,
        result,
        new Attributes()
            .put("from", from.truncatedTo(ChronoUnit.MILLIS).toString())
            .put("to", to.toString())
            .put("seconds", Duration.between(from, to).abs().toSeconds()));
  }
}

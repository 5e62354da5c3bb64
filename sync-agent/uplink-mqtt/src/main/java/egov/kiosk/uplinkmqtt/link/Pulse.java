package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Whether a connection carries anything. What counts is what the broker acknowledged or delivered;
 * a ping does not, since a broker or a gateway that is stuck still answers pings. Safe for use by
 * several threads.
 */
final class Pulse {
  private final long idle;
  private final long answer;
  private final LongSupplier nanos;
  private volatile long heard;
  private volatile boolean asked;

  /** What to do now. */
  enum Verdict {
    /** Nothing. */
    FINE,
    /** Send something that must be acknowledged. */
    ASK,
    /** Give the connection up. */
    DEAD
  }

  /**
   * @param idle silence after which to ask
   * @param answer how much more silence is believed
   * @param nanos a clock that only runs forward
   */
  Pulse(Duration idle, Duration answer, LongSupplier nanos) {
    this.idle = idle.toNanos();
    this.answer = answer.toNanos();
    this.nanos = Objects.requireNonNull(nanos, "nanos");
    heard = nanos.getAsLong();
  }

  /** Something was acknowledged or delivered. */
  void heard() {
    heard = nanos.getAsLong();
    asked = false;
  }

  /** Asks at most once a silence. */
  Verdict check() {
    long silence = nanos.getAsLong() - heard;
    if (silence >= idle + answer) {
      return Verdict.DEAD;
    }
    if (silence >= idle && !asked) {
      asked = true;
      return Verdict.ASK;
    }
    return Verdict.FINE;
  }
}

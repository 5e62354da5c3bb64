package egov.kiosk.domain.trace;

import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One piece of a transaction's way (跨度). Its words are constants of the program, so that nothing a
 * citizen said or showed can get into it.
 *
 * @param trace the transaction; without hyphens its id is the trace id (W3C Trace Context §3.2.2.3)
 * @param room where
 * @param work what
 * @param startedAt when it began, by the wall clock as that stood when it ended
 * @param lasted how long, by a clock that is never set back; never negative
 * @param outcome how it ended
 * @param tick when it began, in nanoseconds since some moment of this process: its place among the
 *     spans of this process, whatever the wall clock did
 */
public record Span(
    TransactionId trace,
    Room room,
    Enum<?> work,
    Instant startedAt,
    Duration lasted,
    Enum<?> outcome,
    long tick) {
  public Span {
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(room, "room");
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(outcome, "outcome");
    if (lasted.isNegative()) {
      throw new IllegalArgumentException("a span does not end before it begins");
    }
  }

  /** A constant as it is written: {@code print-slip}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

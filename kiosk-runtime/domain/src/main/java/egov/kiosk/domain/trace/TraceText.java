package egov.kiosk.domain.trace;

import egov.kiosk.domain.trace.Traces.Sum;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Traces and what they add up to, for people and for Prometheus. Stateless. */
public final class TraceText {
  private static final double NANOS = 1e9;

  private TraceText() {}

  /** One line a span: seconds after the first, seconds it lasted, room, work, outcome. */
  public static String table(TransactionId trace, List<Span> spans) {
    StringBuilder text = new StringBuilder();
    text.append("trace ").append(trace.value());
    if (!spans.isEmpty()) {
      Instant first = spans.get(0).startedAt().truncatedTo(ChronoUnit.MILLIS);
      text.append(" from ").append(first);
    }
    text.append('\n');
    for (Span span : spans) {
      text.append(
          String.format(
              Locale.ROOT,
              "%+12.3fs %12.3fs  %-12s %-18s %s%n",
              (span.tick() - spans.get(0).tick()) / NANOS,
              span.lasted().toNanos() / NANOS,
              Span.word(span.room()),
              Span.word(span.work()),
              Span.word(span.outcome())));
    }
    return text.toString();
  }

  /**
   * Prometheus' text.
   *
   * @param prefix {@code kiosk} or {@code gateway}
   */
  public static String metrics(String prefix, List<Sum> sums) {
    if (sums.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("# TYPE " + prefix + "_span_seconds summary\n");
    for (Sum sum : sums) {
      String labels =
          "{room=\"" + Span.word(sum.room()) + "\",work=\"" + Span.word(sum.work()) + "\"} ";
      text.append(prefix).append("_span_seconds_count").append(labels).append(sum.count());
      text.append('\n').append(prefix).append("_span_seconds_sum").append(labels);
      text.append(String.format(Locale.ROOT, "%.6f%n", sum.lasted().toNanos() / NANOS));
    }
    return text.toString();
  }
}

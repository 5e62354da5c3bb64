package egov.kiosk.domain.trace;

import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A trace as OpenTelemetry's collectors take it (OTLP 1.x, JSON encoding of {@code
 * ExportTraceServiceRequest}): one line, so that it can be posted to {@code /v1/traces} or appended
 * to a file. The transaction itself is the parent of all its spans; its span id is the one its MQTT
 * messages carry in {@code traceparent}. Stateless.
 */
public final class OtlpJson {
  private static final long LATEST_SECOND = 0xFFFF_FFFFL;
  private static final int FAILED = 2;

  private OtlpJson() {}

  /**
   * Writes it.
   *
   * @param service who tells it, a word of letters, digits and hyphens
   * @param spans all of one transaction
   */
  public static String write(String service, TransactionId trace, List<Span> spans) {
    if (!service.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("a service is called by letters, digits and hyphens");
    }
    String id = trace.value().replace("-", "");
    return "{\"resourceSpans\":[{\"resource\":{\"attributes\":["
        + attribute("service.name", service)
        + "]},\"scopeSpans\":[{\"scope\":{\"name\":\"egov.kiosk\"},\"spans\":["
        + spans.stream().map(span -> span(id, span)).collect(Collectors.joining(","))
        + "]}]}]}";
  }

  private static String span(String id, Span span) {
    // What failed by the word for it; of pages, prints and receipts the outcome says more.
    boolean failed = span.outcome() == Ended.FAILED;
    return "{\"traceId\":\""
        + id
        + "\",\"spanId\":\""
        + spanId(span)
        + "\",\"parentSpanId\":\""
        + id.substring(16)
        + "\",\"name\":\""
        + Span.word(span.work())
        + "\",\"kind\":1,\"startTimeUnixNano\":\""
        + nanos(span.startedAt())
        + "\",\"endTimeUnixNano\":\""
        + nanos(span.startedAt().plus(span.lasted()))
        + "\",\"attributes\":["
        + attribute("room", Span.word(span.room()))
        + ","
        + attribute("outcome", Span.word(span.outcome()))
        + "],\"status\":{"
        + (failed ? "\"code\":" + FAILED : "")
        + "}}";
  }

  private static String attribute(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
  }

  /** The same each time a span is told. */
  private static String spanId(Span span) {
    long mixed = span.tick() * 0x9E37_79B9_7F4A_7C15L;
    mixed ^= (Span.word(span.room()) + span.work().name()).hashCode() * 0xBF58_476D_1CE4_E5B9L;
    mixed ^= mixed >>> 29;
    return String.format(Locale.ROOT, "%016x", mixed == 0 ? 1 : mixed);
  }

  /** Nanoseconds since 1970 in 64 bits without a sign: a clock may stand anywhere. */
  private static String nanos(Instant moment) {
    if (moment.getEpochSecond() < 0) {
      return "0";
    }
    return moment.getEpochSecond() > LATEST_SECOND
        ? LATEST_SECOND + "999999999"
        : moment.getEpochSecond() + String.format(Locale.ROOT, "%09d", moment.getNano());
  }
}

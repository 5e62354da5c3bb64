package egov.kiosk.gateway;

import egov.kiosk.domain.trace.OtlpJson;
import egov.kiosk.domain.trace.Span;
import egov.kiosk.domain.trace.TraceText;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.List;

/** {@code trace ID} and {@code spans}: what this worker remembers of the latest messages. */
public final class TraceConsole {
  private static final String TRACE = "trace ";
  private static final String SPANS = "spans";

  private final Traces traces;

  public TraceConsole(Traces traces) {
    this.traces = traces;
  }

  /** Whether the command is one of these. */
  public static boolean takes(String command) {
    return command.equals(SPANS) || command.startsWith(TRACE);
  }

  /** One line: OTLP JSON of one message, or every kind of span with its count and seconds. */
  public String answer(String command) {
    if (command.equals(SPANS)) {
      return "ok " + TraceText.metrics("gateway", traces.sums()).lines().toList();
    }
    TransactionId id;
    try {
      id = new TransactionId(command.substring(TRACE.length()).strip());
    } catch (IllegalArgumentException e) {
      return "error unknown";
    }
    List<Span> spans = traces.of(id);
    return spans.isEmpty() ? "error unknown" : "ok " + OtlpJson.write("gateway", id, spans);
  }
}

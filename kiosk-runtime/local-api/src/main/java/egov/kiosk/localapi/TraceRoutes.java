package egov.kiosk.localapi;

import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.trace.OtlpJson;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Span;
import egov.kiosk.domain.trace.TraceText;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transaction's way through the rooms, as far as this process remembers it, and from acceptance
 * to the receipt as its row in the queue says, which a power cut does not take away.
 */
final class TraceRoutes {
  /** Where calls about traces begin. */
  static final String PATH = "/api/trace.";

  private static final Pattern KEY = Pattern.compile("key=(last|[0-9]{12}|[0-9a-f-]{36})");
  private static final Refusal BAD_QUERY = new Refusal(400, "BAD_QUERY");
  private static final Refusal NO_SUCH_TRACE = new Refusal(404, "NO_SUCH_TRACE");

  private final Technicians technicians;
  private final Function<Refusal, Answer> refuse;
  private final InstantSource clock;

  TraceRoutes(Technicians technicians, Function<Refusal, Answer> refuse, InstantSource clock) {
    this.technicians = technicians;
    this.refuse = refuse;
    this.clock = clock;
  }

  Answer get(String path, String query) {
    Matcher key = KEY.matcher(query == null ? "" : query);
    if (!key.matches()) {
      return refuse.apply(BAD_QUERY);
    }
    Optional<Outbox> outbox = technicians.outbox();
    if (outbox.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    try {
      Optional<TransactionId> id = id(key.group(1), outbox.get());
      List<Span> spans = id.isEmpty() ? List.of() : spans(id.get(), outbox.get());
      if (spans.isEmpty()) {
        return refuse.apply(NO_SUCH_TRACE);
      }
      return switch (path) {
        case PATH + "txt" -> Answer.text(TraceText.table(id.get(), spans));
        case PATH + "json" -> Answer.json(otlp(id.get(), spans));
        default -> refuse.apply(Refusal.NOT_FOUND);
      };
    } catch (OutboxException e) {
      return refuse.apply(new Refusal(503, "QUEUE_" + e.reason()));
    } catch (IllegalArgumentException e) {
      return refuse.apply(BAD_QUERY);
    }
  }

  private static byte[] otlp(TransactionId id, List<Span> spans) {
    return OtlpJson.write("kiosk", id, spans).getBytes(StandardCharsets.US_ASCII);
  }

  private Optional<TransactionId> id(String key, Outbox outbox) throws OutboxException {
    if (key.equals("last")) {
      return technicians.traces().flatMap(Traces::last);
    }
    return key.length() == 12
        ? outbox.find(key).map(OutboxEntry::id)
        : Optional.of(new TransactionId(key));
  }

  private List<Span> spans(TransactionId id, Outbox outbox) throws OutboxException {
    List<Span> spans =
        new ArrayList<>(technicians.traces().map(all -> all.of(id)).orElse(List.of()));
    Optional<OutboxEntry> row = outbox.find(id.value());
    row.ifPresent(entry -> spans.add(kept(entry, spans)));
    return spans;
  }

  /** By the wall clock alone; where that was set meanwhile, nothing lasts less than no time. */
  private Span kept(OutboxEntry row, List<Span> before) {
    Instant until = row.settledAt().orElseGet(clock::instant);
    Duration kept = Duration.between(row.queuedAt(), until);
    long tick =
        before.isEmpty()
            ? 0
            : before.get(0).tick()
                + Duration.between(before.get(0).startedAt(), row.queuedAt()).toNanos();
    return new Span(
        row.id(),
        Room.QUEUE,
        Work.KEEP,
        row.queuedAt(),
        kept.isNegative() ? Duration.ZERO : kept,
        row.state(),
        tick);
  }
}

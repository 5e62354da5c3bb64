package egov.kiosk.watch.component;

import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Span;
import egov.kiosk.domain.trace.SpanBook;
import egov.kiosk.domain.trace.Spans;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Remembers the ways of the latest transactions; needs nobody, so that every room can tell it. */
@Component(
    name = "traces",
    service = {Spans.class, Traces.class})
public final class TracesComponent implements Spans, Traces {
  private final SpanBook book = new SpanBook(InstantSource.system(), System::nanoTime);

  @Override
  public void over(TransactionId trace, Room room, Enum<?> work, Duration lasted, Enum<?> outcome) {
    book.over(trace, room, work, lasted, outcome);
  }

  @Override
  public List<Span> of(TransactionId trace) {
    return book.of(trace);
  }

  @Override
  public Optional<TransactionId> last() {
    return book.last();
  }

  @Override
  public List<Sum> sums() {
    return book.sums();
  }
}

package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.trace.OtlpJson;
import egov.kiosk.domain.trace.Span;
import egov.kiosk.domain.trace.SpanBook;
import egov.kiosk.domain.trace.TraceText;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailTest {
  @TempDir Path state;
  private Hall hall;
  private long ticks;

  @BeforeEach
  void open() {
    hall = new Hall(state);
    hall.spans = new SpanBook(() -> hall.now, () -> hall.elapsed.toNanos() + ticks++);
  }

  private List<String> words(TransactionId id) {
    return TraceText.table(id, hall.spans.of(id))
        .lines()
        .skip(1)
        .map(line -> line.replaceFirst("^ *\\S+ +\\S+ +(\\S+) +(\\S+) +(\\S+)$", "$1 $2 $3"))
        .toList();
  }

  @Test
  void wholePath_everyPageAndPieceOfWork_inOrder() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    hall.elapsed = hall.elapsed.plusSeconds(7);
    hall.act(new Action.Submit());
    TransactionId id = new TransactionId(hall.view().accepted().transactionId());
    hall.act(new Action.Print());
    hall.act(new Action.Continue());
    hall.act(new Action.Rate(0));
    List<String> words = words(id);
    List<String> pages = words.stream().filter(word -> word.startsWith("desk ")).toList();
    assertEquals("desk consent place-card", pages.get(0));
    assertEquals("desk rating take-card", pages.get(pages.size() - 1));
    for (String one :
        List.of(
            "card-reader read-card done",
            "desk place-card face-consent",
            "desk looking form",
            "desk form confirm",
            "desk confirm submitting",
            "keys seal done",
            "queue commit done",
            "desk submitting accepted",
            "printer print-slip printed")) {
      assertTrue(words.contains(one), one + " in " + words);
    }
    Span confirm = span(id, "CONFIRM");
    assertEquals(7, confirm.lasted().toSeconds());
    assertEquals(id, hall.spans.last().orElseThrow());
  }

  private Span span(TransactionId id, String work) {
    return hall.spans.of(id).stream()
        .filter(span -> span.work().name().equals(work))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void queueRefuses_isSaid() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    hall.queue.refuse = OutboxException.Reason.FULL;
    hall.act(new Action.Submit());
    assertTrue(
        TraceText.metrics("kiosk", hall.spans.sums())
            .contains("kiosk_span_seconds_count{room=\"queue\",work=\"commit\"} 1"));
    assertTrue(hall.spans.last().isEmpty(), "nothing was committed");
  }

  /** What was read, typed and chosen is nowhere in what is told. */
  @Test
  void nothingPersonalIsTold() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    TransactionId id = new TransactionId(hall.view().accepted().transactionId());
    hall.act(new Action.Continue());
    String all =
        OtlpJson.write("kiosk", id, hall.spans.of(id)) + TraceText.table(id, hall.spans.of(id));
    for (String marker :
        List.of(
            Samples.card().number().value(),
            Samples.card().name().value(),
            Samples.PHONE,
            "ALONE",
            Samples.PENSION.code())) {
      assertFalse(all.contains(marker), marker);
    }
  }

  @Test
  void sessionThatWasWiped_leavesNoTrail() throws DeskException {
    hall.walkTo(SessionState.TAKE_CARD);
    hall.reader.card = null;
    hall.wait(2);
    assertFalse(
        TraceText.metrics("kiosk", hall.spans.sums()).contains("work=\"take-card\""),
        "whose card it was is forgotten by then");
  }
}

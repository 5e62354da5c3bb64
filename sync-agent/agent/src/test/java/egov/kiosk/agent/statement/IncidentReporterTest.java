package egov.kiosk.agent.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SequenceRange;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IncidentReporterTest {
  private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

  private final StatementDesk desk = new StatementDesk();
  private final IncidentReporter reporter = new IncidentReporter(desk, desk.outbox());

  @Test
  void incident_told_queuedWithItsRanges() {
    List<SequenceRange> missing = List.of(new SequenceRange(3, 5), new SequenceRange(9, 9));
    reporter.happened(AT, missing);
    assertEquals(1, desk.queued.size());
    assertEquals(missing, ((Incident) desk.sealed.get(0)).missing());
    assertEquals(AT, ((Incident) desk.sealed.get(0)).at());
  }

  @Test
  void nothingMissing_toldAllTheSame() {
    reporter.happened(AT, List.of());
    assertEquals(1, desk.queued.size());
  }

  @Test
  void toldTwice_queuedOnce() {
    reporter.happened(AT, List.of(new SequenceRange(1, 2)));
    reporter.happened(AT, List.of(new SequenceRange(1, 2)));
    reporter.happened(AT, List.of(new SequenceRange(1, 3)));
    assertEquals(2, desk.queued.size());
  }

  @Test
  void thousandsOfRanges_severalStatements() {
    List<SequenceRange> missing =
        LongStream.rangeClosed(1, 2001).mapToObj(i -> new SequenceRange(2 * i, 2 * i)).toList();
    reporter.happened(AT, missing);
    assertEquals(3, desk.queued.size());
    assertEquals(
        missing, desk.sealed.stream().flatMap(s -> ((Incident) s).missing().stream()).toList());
  }

  @Test
  void queueFails_toldAgainLater() {
    desk.failing = OutboxException.Reason.FULL;
    assertThrows(IllegalStateException.class, () -> reporter.happened(AT, List.of()));
    desk.failing = null;
    desk.locked = true;
    assertThrows(IllegalStateException.class, () -> reporter.happened(AT, List.of()));
    desk.locked = false;
    reporter.happened(AT, List.of());
    assertEquals(1, desk.queued.size());
  }
}

package egov.kiosk.printledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as paper that is gone. */
class TallyTest {
  @TempDir Path directory;

  private static PrintJob job(Bench bench, int pages, PrintState state) throws Exception {
    PrintJob begun =
        bench.ledger.begin(Bench.TRANSACTION, PrintKind.COPY, "ab".repeat(32), pages).job();
    bench.ledger.sending(begun.id());
    return bench.ledger.ended(begun.id(), state, Optional.<FaultCode>empty()).job();
  }

  @Test
  void printed_countsWhatCameOutOrMayHave_withinItsTime() throws Exception {
    Instant before = Instant.now().minusSeconds(60);
    try (Bench bench = new Bench(directory)) {
      assertTrue(bench.desk.since().isEmpty());
      job(bench, 2, PrintState.PRINTED);
      job(bench, 8, PrintState.NOT_PRINTED);
      PrintJob unseen = job(bench, 4, PrintState.ASK);
      Instant after = Instant.now().plusSeconds(60);
      assertEquals(6, bench.desk.printed(PrintKind.COPY, before, after));
      assertEquals(0, bench.desk.printed(PrintKind.SLIP, before, after));
      assertEquals(0, bench.desk.printed(PrintKind.COPY, after, after.plusSeconds(1)));
      assertEquals(0, bench.desk.printed(PrintKind.COPY, before.minusSeconds(1), before));
      bench.desk.answer(unseen.id(), false, Actor.STAFF);
      assertEquals(2, bench.desk.printed(PrintKind.COPY, before, after));
      assertTrue(bench.desk.since().orElseThrow().isBefore(after));
    }
  }
}

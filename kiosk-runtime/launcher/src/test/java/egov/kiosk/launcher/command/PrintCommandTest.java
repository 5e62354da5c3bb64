package egov.kiosk.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PrintAnswer;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.launcher.LabKiosk;
import egov.kiosk.launcher.LabKiosk.Province;
import egov.kiosk.launcher.LabKiosk.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kiosk print}, beside a running kiosk. */
class PrintCommandTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @TempDir Path directory;
  private LabKiosk kiosk;

  /** A ledger with one job that asks, until somebody answers. */
  private static final class OneJob implements PrintDesk {
    private PrintJob job =
        new PrintJob(
            ID,
            TransactionId.create(Instant.EPOCH),
            PrintKind.COPY,
            "ab".repeat(32),
            2,
            PrintState.ASK,
            Optional.of(FaultCode.PAPER_JAM),
            Instant.EPOCH,
            Optional.empty());

    @Override
    public PrintJob slip(TransactionId id, Slip slip, Duration timeout) {
      throw new AssertionError("nothing is printed");
    }

    @Override
    public PrintJob copy(TransactionId id, PageDocument document, Duration timeout) {
      throw new AssertionError("nothing is printed");
    }

    @Override
    public synchronized List<PrintJob> asking() {
      return job.asks() ? List.of(job) : List.of();
    }

    @Override
    public synchronized PrintJob answer(String jobId, boolean paperCame, Actor by)
        throws PrintRefusedException {
      if (!job.asks() || !job.id().equals(jobId)) {
        throw new PrintRefusedException(PrintRefusedException.Reason.NOTHING_TO_ANSWER, "none");
      }
      job =
          new PrintJob(
              ID,
              job.transactionId(),
              job.kind(),
              job.digest(),
              job.pages(),
              job.state(),
              job.fault(),
              job.begun(),
              Optional.of(new PrintAnswer(paperCame, by, Instant.EPOCH)));
      return job;
    }
  }

  @BeforeEach
  void open() throws Exception {
    kiosk = new LabKiosk(directory, "zj-hz-000001", Province.create());
    kiosk.prints = Optional.of(new OneJob());
  }

  @AfterEach
  void close() throws IOException {
    kiosk.close();
  }

  @Test
  void job_isListedAnsweredOnceAndGone() {
    Said listed = kiosk.run("print", "list");
    assertEquals(0, listed.code(), listed.err());
    assertTrue(listed.out().contains(ID) && listed.out().contains("PAPER_JAM"), listed.out());
    Said answered = kiosk.run("print", "answer", ID.toUpperCase(), "not-printed");
    assertEquals(0, answered.code(), answered.err());
    assertTrue(answered.out().contains("NOT PRINTED"), answered.out());
    assertEquals("0 to look after\n", kiosk.run("print", "list").out());
    Said again = kiosk.run("print", "answer", ID, "printed");
    assertEquals(1, again.code());
    assertTrue(again.err().contains("no print job that asks has this id"), again.err());
  }

  @Test
  void answer_thatIsNone_isRefusedBeforeTheKioskIsAsked() {
    assertEquals(2, kiosk.run("print", "answer", ID, "perhaps").code());
    assertEquals(2, kiosk.run("print", "answer", "'; DROP TABLE job", "printed").code());
    assertEquals(2, kiosk.run("print").code());
  }
}

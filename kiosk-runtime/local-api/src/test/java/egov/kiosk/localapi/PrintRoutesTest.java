package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PrintAnswer;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintRefusedException.Reason;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintRoutesTest {
  private static final String JOB = "a".repeat(32);
  private static final TransactionId TRANSACTION =
      new TransactionId("0190a0b0-0000-7000-8000-000000000001");

  @TempDir Path directory;
  private final List<String> recorded = new CopyOnWriteArrayList<>();
  private ServedApi served;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
    served.prints = new OneJob();
    served.audit =
        new AuditLog() {
          @Override
          public void record(AuditEvent event) {
            recorded.add(event.toString());
          }

          @Override
          public void require(AuditEvent event) {
            record(event);
          }

          @Override
          public boolean accepting() {
            return true;
          }
        };
  }

  @AfterEach
  void close() {
    served.close();
  }

  private String answer(String id, String answer) throws IOException {
    return served.order(
        "/api/prints/answer", "{\"id\":\"" + id + "\",\"answer\":\"" + answer + "\"}");
  }

  @Test
  void list_namesWhatToLookFor() throws IOException {
    String text = served.get("/api/prints.txt", "");
    assertTrue(text.contains(JOB + "  COPY   1  ASK"), text);
    assertTrue(text.contains("PRINT_UNKNOWN") && text.contains("1 to look after"), text);
    String json = served.get("/api/prints", "");
    assertTrue(json.contains("\"id\":\"" + JOB + "\""), json);
    assertTrue(json.contains("\"kind\":\"COPY\""), json);
  }

  @Test
  void answer_recordedBeforeAndAfterAndKeptOnce() throws IOException {
    String said = answer(JOB, "not-printed");
    assertEquals(200, ServedApi.status(said), said);
    assertTrue(said.contains("NOT PRINTED (seen)"), said);
    assertEquals(
        List.of("print.answered begun by technician", "print.answered done by technician"),
        recorded);
    assertEquals(409, ServedApi.status(answer(JOB, "printed")));
    assertTrue(served.get("/api/prints.txt", "").contains("0 to look after"));
  }

  @Test
  void answer_ofNoJobOrNoAnswer_refused() throws IOException {
    assertEquals(404, ServedApi.status(answer("b".repeat(32), "printed")));
    assertEquals(400, ServedApi.status(answer(JOB, "perhaps")));
    assertEquals(400, ServedApi.status(answer("../" + JOB, "printed")));
    assertEquals(400, ServedApi.status(served.order("/api/prints/answer", "{}")));
    assertEquals(404, ServedApi.status(served.order("/api/prints/erase", "{}")));
  }

  @Test
  void answer_withTheScreensToken_refused() throws IOException {
    String body = "{\"id\":\"" + JOB + "\",\"answer\":\"printed\"}";
    assertEquals(
        401, ServedApi.status(served.post("/api/prints/answer", "application/json", body)));
  }

  @Test
  void withoutLedger_saysStarting() throws IOException {
    served.prints = null;
    assertEquals(503, ServedApi.status(served.get("/api/prints.txt", "")));
    assertEquals(503, ServedApi.status(answer(JOB, "printed")));
  }

  /** A desk with one question. */
  private static final class OneJob implements PrintDesk {
    private Optional<PrintAnswer> answer = Optional.empty();

    private PrintJob job() {
      return new PrintJob(
          JOB,
          TRANSACTION,
          PrintKind.COPY,
          "0".repeat(64),
          1,
          PrintState.ASK,
          Optional.of(FaultCode.PRINT_UNKNOWN),
          Instant.EPOCH,
          answer);
    }

    @Override
    public PrintJob slip(TransactionId transactionId, Slip slip, Duration timeout) {
      throw new AssertionError();
    }

    @Override
    public PrintJob copy(TransactionId transactionId, PageDocument document, Duration timeout) {
      throw new AssertionError();
    }

    @Override
    public List<PrintJob> asking() {
      return answer.isPresent() ? List.of() : List.of(job());
    }

    @Override
    public PrintJob answer(String jobId, boolean paperCame, Actor by) throws PrintRefusedException {
      if (!jobId.equals(JOB)) {
        throw new PrintRefusedException(Reason.NOTHING_TO_ANSWER, "no such job");
      }
      if (answer.isPresent()) {
        throw new PrintRefusedException(Reason.ANSWERED_BEFORE, "the first answer stands");
      }
      answer = Optional.of(new PrintAnswer(paperCame, by, Instant.EPOCH));
      return job();
    }
  }
}

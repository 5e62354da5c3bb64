package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.trace.Ended;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.SpanBook;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceRoutesTest {
  @TempDir Path directory;
  private ServedApi served;
  private OutboxEntry row;
  private SpanBook book;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory);
    ScriptedQueue queue = new ScriptedQueue();
    row = queue.add(DeliveryState.PENDING, Lane.NORMAL, null);
    served.queue = queue;
    book = new SpanBook(Instant::now, System::nanoTime);
  }

  @AfterEach
  void close() throws IOException {
    served.close();
  }

  private String trace(String form, String key) throws IOException {
    return served.get("/api/trace." + form + "?key=" + key, "");
  }

  @Test
  void rowAlone_afterARestart_saysHowLongItWaits() throws IOException {
    String text = trace("txt", row.id().value());
    assertTrue(text.contains("trace " + row.id() + " from 1970-01-01T00:00:00Z"), text);
    assertTrue(text.matches("(?s).* queue +keep +pending\\n.*"), text);
    assertEquals(404, ServedApi.status(trace("txt", "last")), "nothing was handed in since");
  }

  @Test
  void remembered_byIdSlipNumberOrLast_withTheRow() throws IOException {
    served.traces = book;
    book.over(row.id(), Room.QUEUE, Work.COMMIT, Duration.ofMillis(3), Ended.DONE);
    for (String key : new String[] {row.id().value(), "350102600001", "last"}) {
      String json = trace("json", key);
      assertEquals(200, ServedApi.status(json), key);
      assertTrue(json.contains("\"name\":\"commit\"") && json.contains("\"name\":\"keep\""), json);
    }
    String metrics = served.get("/metrics", "");
    assertEquals(503, ServedApi.status(metrics), "nothing is measured yet");
    served.measurements = () -> "kiosk_alarms 0\n";
    assertTrue(
        served
            .get("/metrics", "")
            .contains(
                "kiosk_alarms 0\n# TYPE kiosk_span_seconds summary\n"
                    + "kiosk_span_seconds_count{room=\"queue\",work=\"commit\"} 1\n"));
  }

  @Test
  void strangeQuestions_areRefused() throws IOException {
    assertEquals(404, ServedApi.status(trace("txt", TransactionId.create(Instant.EPOCH).value())));
    assertEquals(404, ServedApi.status(trace("txt", "350102609999")));
    assertEquals(400, ServedApi.status(trace("txt", "00000000-0000-0000-0000-000000000000")));
    assertEquals(400, ServedApi.status(trace("txt", "../last")));
    assertEquals(404, ServedApi.status(trace("xml", row.id().value())));
    String stranger =
        served.raw(
            "GET /api/trace.txt?key=last HTTP/1.1\r\nHost: "
                + served.host()
                + "\r\nConnection: close\r\n\r\n");
    assertFalse(ServedApi.status(stranger) == 200, "a trace names transactions: not without token");
  }
}

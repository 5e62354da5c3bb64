package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.DeliveryState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What technicians do to the queue is recorded, or refused. */
class AuditedRoutesTest {
  @TempDir Path directory;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private volatile boolean full;
  private ServedApi served;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
    served.queue = new ScriptedQueue();
    served.queue.add(DeliveryState.DEAD_LETTER, Lane.NORMAL, "CONFLICT");
    served.audit =
        new AuditLog() {
          @Override
          public void record(AuditEvent event) {
            heard.add(event.toString());
          }

          @Override
          public void require(AuditEvent event) throws AuditUnavailableException {
            if (full) {
              throw new AuditUnavailableException(
                  AuditUnavailableException.Reason.FULL, "as the test wants");
            }
            record(event);
          }
        };
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void retry_begunAndDone_bothRecorded() throws IOException {
    String answer = served.order("/api/outbox/retry", "{\"id\":\"all-dead\"}");
    assertTrue(answer.contains("1 0"), answer);
    assertEquals(
        List.of("outbox.retry begun by technician", "outbox.retry done by technician"), heard);
  }

  @Test
  @DisplayName("H05 no room for the record: the technician is refused, nothing is done")
  void h05_auditLogFull_refused() throws IOException {
    full = true;
    String answer = served.order("/api/outbox/retry", "{\"id\":\"all-dead\"}");
    assertEquals(503, ServedApi.status(answer));
    assertTrue(answer.contains("AUDIT_FULL"), answer);
    assertEquals(List.of(), heard);
  }
}

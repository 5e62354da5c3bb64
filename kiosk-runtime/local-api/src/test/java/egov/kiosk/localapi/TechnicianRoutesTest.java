package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TechnicianRoutesTest {
  @TempDir Path directory;
  private ServedApi served;
  private OutboxEntry dead;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
    served.queue = new ScriptedQueue();
    served.queue.add(DeliveryState.PENDING, Lane.URGENT, null);
    served.queue.add(DeliveryState.DELIVERED, Lane.NORMAL, null);
    dead = served.queue.add(DeliveryState.DEAD_LETTER, Lane.NORMAL, "CONFLICT");
    served.queue.add(DeliveryState.DEAD_LETTER, Lane.BULK, "ALTERED");
  }

  @AfterEach
  void close() {
    served.close();
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private String list(String query) throws IOException {
    return body(served.get("/api/outbox.txt" + query, ""));
  }

  @Test
  void list_byStateAndLane_showsOnlyThose() throws IOException {
    assertEquals(1 + 4 + 1, list("").lines().count(), "head, four entries, sum");
    assertEquals(1 + 2 + 1, list("?state=DEAD_LETTER").lines().count());
    assertEquals(1 + 1 + 1, list("?state=DEAD_LETTER&limit=1").lines().count());
    assertEquals(1 + 1 + 1, list("?after=3&state=DEAD_LETTER").lines().count());
    assertEquals(1 + 1 + 1, list("?lane=URGENT").lines().count());
    assertTrue(list("?lane=URGENT").contains(" urgent 350102600001 A1 "), list("?lane=URGENT"));
  }

  @Test
  void list_badQuery_isRefused() throws IOException {
    for (String query :
        List.of(
            "limit=1001",
            "limit=-1",
            "after=x",
            "state=LOST",
            "lane=FAST",
            "limit=1&limit=2",
            "other=1",
            "limit",
            "",
            "after=99999999999999999999")) {
      assertEquals(400, ServedApi.status(served.get("/api/outbox.txt?" + query, "")), query);
    }
  }

  @Test
  void show_byIdOrSlipNumber_saysWhatToDo() throws IOException {
    String byId = body(served.get("/api/outbox/message.txt?key=" + dead.id(), ""));
    assertEquals(byId, body(served.get("/api/outbox/message.txt?key=350102600003", "")));
    assertTrue(byId.contains("reason           CONFLICT"), byId);
    assertTrue(byId.contains("what to do       The platform has another message"), byId);
    assertTrue(byId.contains("kiosk outbox retry " + dead.id()), byId);
  }

  @Test
  void show_unknown_isNotFound() throws IOException {
    assertEquals(404, ServedApi.status(served.get("/api/outbox/message.txt?key=350102609999", "")));
    assertEquals(400, ServedApi.status(served.get("/api/outbox/message.txt?key='%20or%201", "")));
    assertEquals(400, ServedApi.status(served.get("/api/outbox/message.txt", "")));
  }

  @Test
  void retry_one_andAll() throws IOException {
    assertEquals(
        "1 0\n", body(served.order("/api/outbox/retry", "{\"id\":\"" + dead.id() + "\"}")));
    assertEquals("1 1\n", body(served.order("/api/outbox/retry", "{\"id\":\"all-dead\"}")));
    String pending = served.order("/api/outbox/retry", "{\"id\":\"350102600001\"}");
    assertEquals(409, ServedApi.status(pending));
    assertTrue(pending.contains("NOT_RETRIED"));
    assertEquals(
        404, ServedApi.status(served.order("/api/outbox/retry", "{\"id\":\"350102609999\"}")));
  }

  @Test
  void export_check_carry_reachTheCourier() throws IOException {
    assertEquals(
        "2 1 next\nbGluZQ==\n", body(served.order("/api/outbox/export", "{\"from\":\"\"}")));
    assertEquals(
        "\n",
        body(served.order("/api/outbox/check", "{\"from\":\"\",\"line\":[\"bGlu\",\"ZQ==\"]}")));
    assertEquals(
        "new\n", body(served.order("/api/outbox/carry", "{\"line\":[\"bGlu\",\"ZQ==\"]}")));
    assertEquals(
        "known\n", body(served.order("/api/outbox/carry", "{\"line\":[\"bGlu\",\"ZQ==\"]}")));
    assertEquals(
        List.of("export ", "check  bGluZQ==", "carry bGluZQ==", "carry bGluZQ=="),
        served.queue.asked);
  }

  @Test
  void troubles_haveTheirCodes() throws IOException {
    served.queue.refused =
        new ParcelRefusedException(ParcelRefusedException.Reason.FORGED, "signature");
    String forged = served.order("/api/outbox/carry", "{\"line\":[\"x\"]}");
    assertEquals(422, ServedApi.status(forged));
    assertTrue(forged.contains("PARCEL_FORGED"));
    assertTrue(served.order("/api/outbox/export", "{\"from\":\"keyless\"}").contains("KEYS"));
    served.queue.broken = new OutboxException(OutboxException.Reason.IO, "disk");
    assertTrue(served.get("/api/outbox.txt", "").contains("QUEUE_IO"));
    for (String body :
        List.of(
            "{}",
            "{\"line\":1}",
            "{\"line\":\"x\"}",
            "{\"line\":[1]}",
            "{\"line\":[0,0,0,0,0]}",
            "[]",
            "")) {
      assertEquals(400, ServedApi.status(served.order("/api/outbox/carry", body)), body);
    }
    assertEquals(404, ServedApi.status(served.order("/api/outbox/drop", "{}")));
    served.queue = null;
    assertEquals(503, ServedApi.status(served.order("/api/outbox/export", "{\"from\":\"\"}")));
  }

  @Test
  void changingTheQueue_needsTheTechniciansToken() throws IOException {
    for (String call : List.of("retry", "export", "check", "carry", "anything")) {
      String answer = served.post("/api/outbox/" + call, "application/json", "{}");
      assertEquals(401, ServedApi.status(answer), call);
    }
    assertTrue(served.queue.asked.isEmpty());
    assertFalse(served.get("/", "").contains(served.technicianToken), "no page carries it");
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(directory.resolve("run/technician.token")));
  }

  @Test
  void techniciansToken_opensNothingElse() throws IOException {
    String answer = served.order("/api/sessions", "{\"itemCode\":\"A1\"}");
    assertEquals(401, ServedApi.status(answer));
  }

  @Test
  void dottedPaths_doNotPassWithTheScreensToken() throws IOException {
    for (String path :
        List.of(
            "/api/sessions/../outbox/retry",
            "/api/%6futbox/retry",
            "/api//outbox/retry",
            "/api/outbox;x/retry",
            "/api/outbox%2fretry")) {
      int status = ServedApi.status(served.post(path, "application/json", "{\"id\":\"all-dead\"}"));
      assertTrue(status >= 400, path + " " + status);
    }
    assertTrue(served.queue.asked.isEmpty());
  }
}

package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.access.AccessRoom;
import egov.kiosk.access.AccessSettings;
import egov.kiosk.access.Around;
import egov.kiosk.access.book.BookPlace;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of staff at the technician's page, at a real door: never more than by the command. */
class StaffPageTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path directory;
  private final List<String> recorded = new ArrayList<>();
  private ServedApi served;
  private boolean cards;
  private String administrator;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
    AuditLog audit =
        new AuditLog() {
          @Override
          public void record(AuditEvent event) {
            recorded.add(event + " " + event.attributes());
          }

          @Override
          public void require(AuditEvent event) {
            record(event);
          }
        };
    served.people =
        AccessRoom.open(
            new BookPlace(
                directory.resolve("people"), directory.resolve("keys/secret"), Optional.empty()),
            new Around(
                () -> "fz-gl-000001",
                () ->
                    new AccessSettings(
                        cards, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(8)),
                () -> audit,
                InstantSource.system()),
            new SecureRandom(),
            System::nanoTime);
    String secret = Files.readString(directory.resolve("people/start-secret")).strip();
    String start = signIn("admin", secret).get("token").textValue();
    call("access/change-pin", start, "pin", secret, "newPin", "730461");
    administrator = signIn("admin", "730461").get("token").textValue();
  }

  @AfterEach
  void close() {
    served.close();
  }

  private JsonNode signIn(String badge, String pin) throws IOException {
    return call("access/sign-in", "", "badge", badge, "pin", pin);
  }

  /** What was answered, with the status as {@code http}. */
  private JsonNode call(String path, String token, String... members) throws IOException {
    ObjectNode body = MAPPER.createObjectNode();
    if (!token.isEmpty()) {
      body.put("token", token);
    }
    for (int i = 0; i < members.length; i += 2) {
      body.put(members[i], members[i + 1]);
    }
    String answer = served.post("/api/" + path, "application/json", body.toString());
    ObjectNode said =
        (ObjectNode) MAPPER.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    return said.put("http", ServedApi.status(answer));
  }

  private JsonNode staff(String call, String token, String... members) throws IOException {
    return call("technician/staff/" + call, token, members);
  }

  private static String refusal(JsonNode answer) {
    return answer.get("http") + " " + answer.at("/error/code").textValue();
  }

  /** Adds somebody; their token, once they changed the PIN that was drawn. */
  private String joined(String badge, String role, String pin) throws IOException {
    String drawn = staff("add", administrator, "badge", badge, "role", role).get("pin").textValue();
    JsonNode in = signIn(badge, drawn);
    assertTrue(in.get("limited").booleanValue(), "a drawn PIN is changed first");
    call("access/change-pin", in.get("token").textValue(), "pin", drawn, "newPin", pin);
    return signIn(badge, pin).get("token").textValue();
  }

  @Test
  void administrator_addsResetsAndStrikesOff() throws IOException {
    joined("2048", "TECHNICIAN", "482913");
    JsonNode book = staff("list", administrator, "lang", "zh").get("staff");
    assertEquals("2048", book.get(0).get("badge").textValue());
    assertEquals("TECHNICIAN", book.get(0).get("role").textValue());
    assertFalse(book.get(0).get("mustChange").booleanValue());
    assertEquals(
        "409 ACCESS_BADGE_TAKEN",
        refusal(staff("add", administrator, "badge", "2048", "role", "COUNTER")));
    assertTrue(
        staff("reset", administrator, "badge", "2048").get("pin").textValue().matches("[0-9]+"));
    assertEquals("403 ACCESS_REFUSED", refusal(signIn("2048", "482913")));
    assertEquals(200, staff("remove", administrator, "badge", "2048").get("http").intValue());
    assertEquals(1, staff("list", administrator).get("staff").size());
    assertTrue(
        recorded.toString().contains("key.changed done by technician {REASON=REMOVED}"),
        recorded::toString);
  }

  @Test
  @DisplayName("J05 a technician looks and unlocks, and does nothing an administrator does")
  void technician_looksAndUnlocks_andNoMore() throws IOException {
    String technician = joined("2048", "TECHNICIAN", "482913");
    joined("1001", "COUNTER", "604817");
    for (int wrong = 0; wrong < 5; wrong++) {
      signIn("1001", "604818");
    }
    assertEquals("429 ACCESS_LOCKED", refusal(signIn("1001", "604817")));
    assertTrue(
        staff("list", technician).get("staff").findValues("locked").toString().contains("true"));
    assertEquals(200, staff("unlock", technician, "badge", "1001").get("http").intValue());
    assertEquals(200, signIn("1001", "604817").get("http").intValue());
    String low = "403 ACCESS_ROLE_TOO_LOW";
    assertEquals(low, refusal(staff("add", technician, "badge", "3", "role", "ADMINISTRATOR")));
    assertEquals(low, refusal(staff("reset", technician, "badge", "admin")));
    assertEquals(low, refusal(staff("remove", technician, "badge", "1001")));
    assertEquals(low, refusal(staff("add-card", technician, "badge", "2048", "key", "k")));
    assertEquals(low, refusal(staff("remove-card", technician, "badge", "admin", "card", "0")));
  }

  @Test
  void strangersCounterStaffAndNonsense_areRefused() throws IOException {
    String counter = joined("1001", "COUNTER", "604817");
    assertEquals("403 ACCESS_ROLE_TOO_LOW", refusal(staff("list", counter)));
    assertEquals("401 ACCESS_NOT_SIGNED_IN", refusal(staff("list", "ab".repeat(32))));
    assertEquals("400 BAD_JSON", refusal(staff("list", "")));
    assertEquals(
        "400 BAD_JSON", refusal(staff("add", administrator, "badge", "7", "role", "KING")));
    assertEquals("404 ACCESS_NO_SUCH_BADGE", refusal(staff("unlock", administrator, "badge", "7")));
    assertEquals(
        "422 ACCESS_CARD_REFUSED",
        refusal(staff("add-card", administrator, "badge", "1001", "key", "no key")));
    assertEquals("404 NOT_FOUND", refusal(staff("everything", administrator)));
  }

  @Test
  @DisplayName("J05 where administrators need a card, a PIN alone keeps nobody's book")
  void cardRule_holdsAtThePageToo() throws IOException {
    cards = true;
    String limited = signIn("admin", "730461").get("token").textValue();
    assertEquals("403 ACCESS_LIMITED", refusal(staff("list", limited)));
    assertEquals(
        "403 ACCESS_LIMITED",
        refusal(staff("add", limited, "badge", "2", "role", "ADMINISTRATOR")));
  }
}

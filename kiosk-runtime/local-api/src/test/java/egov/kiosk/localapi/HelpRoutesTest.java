package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpRoutesTest {
  private final ObjectMapper mapper = new ObjectMapper();
  private final ApiJson json = new ApiJson();
  private final ScriptedDesk desk = new ScriptedDesk();
  private final HelpRoutes routes = new HelpRoutes(new Later<>(() -> json));

  private Answer post(String path, String body) throws Exception {
    return routes.post(desk, path, json.readObject(body.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode help(Answer answer) throws Exception {
    return mapper.readTree(answer.body()).path("help");
  }

  @Test
  void call_saysItsStateAndTime_andCancelEndsIt() throws Exception {
    Answer called = post("/api/help", "{}");
    assertEquals(200, called.status());
    assertEquals("CALLING", help(called).path("state").asText());
    assertEquals("2026-11-23T00:42:00Z", help(called).path("calledAt").asText());
    assertTrue(help(called).path("waiting").asBoolean());
    assertTrue(help(post("/api/help/cancel", "{}")).isMissingNode());
    assertEquals(List.of("call", "cancel"), desk.helping.heard);
  }

  @Test
  void wrongPin_isRefused_andTheRightOneIsTaken() throws Exception {
    String body = "{\"badge\":\"1024\",\"pin\":\"%s\"}";
    assertEquals(403, post("/api/help/attended", String.format(body, "111111")).status());
    assertEquals(200, post("/api/help/attended", String.format(body, "246810")).status());
  }

  @Test
  void anythingElse_isRefusedAndReachesNobody() throws Exception {
    for (String body :
        List.of(
            "{\"badge\":\"1024\"}",
            "{\"badge\":1024,\"pin\":\"246810\"}",
            "{\"badge\":\"1024\",\"pin\":\"246810\",\"name\":\"x\"}",
            "{\"badge\":\"1024\",\"pin\":\"" + "1".repeat(65) + "\"}")) {
      assertEquals(400, post("/api/help/attended", body).status(), body);
    }
    assertEquals(400, post("/api/help", "{\"name\":\"x\"}").status());
    assertEquals(404, post("/api/help/answer", "{}").status());
    assertTrue(desk.helping.heard.isEmpty());
    assertFalse(HelpRoutes.takes("/api/helpless"));
  }

  @Test
  void machineThatWasNeverEnrolled_saysSoAndWhereToGo() throws Exception {
    ApiJson unenrolled = new ApiJson(() -> new Notice(true, "东街站", "", "西街站"));
    JsonNode said = mapper.readTree(unenrolled.kiosk(Optional.empty()));
    assertTrue(said.path("unenrolled").asBoolean());
    assertTrue(said.path("starting").asBoolean());
    assertEquals("西街站", said.path("elsewhere").asText());
    assertTrue(said.path("helpPhone").isNull());
    JsonNode withDesk = mapper.readTree(unenrolled.kiosk(Optional.of(desk.kiosk())));
    assertEquals(said, withDesk, "a desk that nobody can sign for is not shown");
    JsonNode starting = mapper.readTree(json.kiosk(Optional.empty()));
    assertTrue(starting.path("starting").asBoolean());
    assertTrue(starting.path("unenrolled").isMissingNode());
  }
}

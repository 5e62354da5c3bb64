package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import egov.kiosk.access.AccessRoom;
import egov.kiosk.access.AccessSettings;
import egov.kiosk.access.Around;
import egov.kiosk.access.book.BookPlace;
import egov.kiosk.domain.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in over the local API, at a real door. */
class AccessRoutesTest {
  private static final String JSON = "application/json";

  @TempDir Path directory;
  private ServedApi served;
  private String secret;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
    AccessSettings settings =
        new AccessSettings(false, Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(8));
    served.people =
        AccessRoom.open(
            new BookPlace(
                directory.resolve("people"), directory.resolve("keys/secret"), Optional.empty()),
            new Around(
                () -> "fz-gl-000001", () -> settings, () -> AuditLog.NONE, InstantSource.system()),
            new SecureRandom(),
            System::nanoTime);
    secret = Files.readString(directory.resolve("people/start-secret")).strip();
  }

  @AfterEach
  void close() {
    served.close();
  }

  private static JsonNode body(String answer) throws IOException {
    return new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  private String screen(String path, String body) throws IOException {
    return served.post("/api/access/" + path, JSON, body);
  }

  private String signIn(String pin) throws IOException {
    return screen("sign-in", "{\"badge\":\"admin\",\"pin\":\"" + pin + "\"}");
  }

  /** An administrator's token. */
  private String administrator() throws IOException {
    String start = body(signIn(secret)).get("token").textValue();
    String changed =
        screen(
            "change-pin",
            "{\"token\":\"" + start + "\",\"pin\":\"" + secret + "\",\"newPin\":\"730461\"}");
    assertEquals(200, ServedApi.status(changed), changed);
    return body(signIn("730461")).get("token").textValue();
  }

  @Test
  void signIn_whoAmI_signOut() throws IOException {
    JsonNode in = body(signIn(secret));
    assertEquals("ADMINISTRATOR", in.get("role").textValue());
    assertTrue(in.get("limited").booleanValue());
    assertEquals(300, in.get("idleSeconds").intValue());
    String token = "{\"token\":\"" + in.get("token").textValue() + "\"}";
    assertEquals("admin", body(screen("who", token)).get("badge").textValue());
    assertEquals(200, ServedApi.status(screen("sign-out", token)));
    String gone = screen("who", token);
    assertEquals(401, ServedApi.status(gone));
    assertEquals("ACCESS_NOT_SIGNED_IN", body(gone).at("/error/code").textValue());
  }

  @Test
  void wrongPins_refusedThenLocked() throws IOException {
    for (int left = 4; left >= 0; left--) {
      String answer = screen("sign-in", "{\"badge\":\"no one\",\"pin\":\"604817\"}");
      assertEquals(403, ServedApi.status(answer));
      assertEquals(left, body(answer).at("/error/attemptsLeft").intValue());
    }
    String locked = screen("sign-in", "{\"badge\":\"no one\",\"pin\":\"604817\"}");
    assertEquals(429, ServedApi.status(locked));
    assertTrue(body(locked).at("/error/seconds").intValue() > 50);
  }

  @Test
  void challenge_saysWhatIsToBeSigned() throws IOException {
    JsonNode challenge = body(screen("challenge", "{\"badge\":\"admin\"}"));
    assertTrue(challenge.get("text").textValue().contains("kiosk fz-gl-000001\nbadge admin\n"));
    assertEquals(60, challenge.get("seconds").intValue());
    String answer =
        screen(
            "sign-in",
            "{\"badge\":\"admin\",\"nonce\":\""
                + challenge.get("nonce").textValue()
                + "\",\"answer\":\"3006020101020101\"}");
    assertEquals("ACCESS_REFUSED", body(answer).at("/error/code").textValue());
  }

  @Test
  void oddBodies_refusedWithoutAnError() throws IOException {
    for (String body :
        new String[] {
          "{}",
          "{\"badge\":\"admin\"}",
          "{\"badge\":1,\"pin\":\"1\"}",
          "{\"badge\":\"admin\",\"pin\":\"1\",\"more\":\"1\"}",
          "{\"badge\":\"admin\",\"nonce\":\"00\"}",
          "{\"badge\":\"admin\",\"nonce\":\"00\",\"answer\":\"xyz\"}",
        }) {
      assertEquals(400, ServedApi.status(screen("sign-in", body)), body);
    }
    assertEquals(404, ServedApi.status(screen("nothing", "{\"badge\":\"admin\"}")));
    assertEquals(400, ServedApi.status(screen("who", "{\"token\":null}")));
  }

  @Test
  void bookOfStaff_needsTheTechniciansTokenAndSomebodySignedIn() throws IOException {
    String token = administrator();
    String list = "{\"token\":\"" + token + "\"}";
    String atTheScreen = screen("staff/list", list);
    assertEquals(401, ServedApi.status(atTheScreen), "the page's token is not enough");
    String table = served.order("/api/access/staff/list", list);
    assertEquals(200, ServedApi.status(table), table);
    assertTrue(table.contains("admin            ADMINISTRATOR 0      -"), table);
    String nobody = "{\"token\":\"" + "0".repeat(64) + "\"}";
    assertEquals(401, ServedApi.status(served.order("/api/access/staff/list", nobody)));
  }

  @Test
  void bookOfStaff_addResetUnlockRemove() throws IOException {
    String token = "{\"token\":\"" + administrator() + "\",\"badge\":\"1001\"";
    String added =
        served.order("/api/access/staff/add", token + ",\"role\":\"COUNTER\",\"pin\":\"482915\"}");
    assertTrue(added.endsWith("done\n"), added);
    String weak = served.order("/api/access/staff/reset", token + ",\"pin\":\"123456\"}");
    assertEquals(422, ServedApi.status(weak));
    assertEquals("RUN", body(weak).at("/error/rule").textValue());
    assertTrue(
        served.order("/api/access/staff/reset", token + "}").matches("(?s).*pin [0-9]{8}\n"));
    assertTrue(served.order("/api/access/staff/unlock", token + "}").endsWith("done\n"));
    String card = served.order("/api/access/staff/add-card", token + ",\"key\":\"none\"}");
    assertEquals("ACCESS_CARD_REFUSED", body(card).at("/error/code").textValue());
    assertTrue(served.order("/api/access/staff/remove", token + "}").endsWith("done\n"));
    assertEquals(404, ServedApi.status(served.order("/api/access/staff/remove", token + "}")));
    assertEquals(
        400,
        ServedApi.status(served.order("/api/access/staff/add", token + ",\"role\":\"KING\"}")));
  }

  @Test
  void noDoorYet_starting() throws IOException {
    served.people = null;
    assertEquals(503, ServedApi.status(signIn(secret)));
    assertEquals(503, ServedApi.status(served.order("/api/access/staff/list", "{}")));
  }

  @Test
  void pinsAndTokens_areInNoUrl() throws IOException {
    String answer = served.get("/api/access/who?token=" + "0".repeat(64), "");
    assertFalse(ServedApi.status(answer) == 200);
  }
}

package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.flow.desk.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiRoutesTest {
  private static final String SESSION = "/api/sessions/" + ScriptedDesk.SESSION;

  @TempDir Path directory;
  private ServedApi served;

  @BeforeEach
  void open() throws IOException {
    served = new ServedApi(directory.resolve("run"));
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void tokenOfTheOwner_isLongAndTheOwnersAlone() throws IOException {
    assertEquals(64, served.token.length());
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(directory.resolve("run/ui.token")));
  }

  @Test
  void begin_itemCode_isCreated() throws IOException {
    String answer = served.post("/api/sessions", "application/json", "{\"itemCode\":\"A1\"}");
    assertEquals(201, ServedApi.status(answer));
    assertTrue(answer.contains("\"page\":\"accepted\""));
    assertTrue(answer.contains("\"nameEn\":\"Item\""));
    assertTrue(answer.contains("\"help\":\"NONE\""));
    assertFalse(answer.contains("null"), "absent parts are left out");
    assertEquals(List.of("A1"), served.desk.begun);
  }

  @Test
  void begin_secondSession_isConflict() throws IOException {
    served.post("/api/sessions", "application/json", "{\"itemCode\":\"A1\"}");
    String answer = served.post("/api/sessions", "application/json", "{\"itemCode\":\"A1\"}");
    assertEquals(409, ServedApi.status(answer));
    assertTrue(answer.contains("SESSION_BUSY"));
  }

  @Test
  void actions_reachTheDeskAsTheyAre() throws IOException {
    Map<String, Action> actions =
        Map.ofEntries(
            Map.entry(
                "consent {\"accept\":true,\"version\":\"v1\"}", new Action.Consent(true, "v1")),
            Map.entry("card-retry {}", new Action.CardRetry()),
            Map.entry("use-code {}", new Action.UseCode()),
            Map.entry(
                "show-code {\"kind\":\"PROVINCIAL\"}", new Action.ShowCode(CodeKind.PROVINCIAL)),
            Map.entry(
                "face-consent {\"accept\":false,\"version\":\"f1\"}",
                new Action.FaceConsent(false, "f1")),
            Map.entry("face-start {}", new Action.FaceStart()),
            Map.entry("other-way {}", new Action.OtherWay()),
            Map.entry(
                "staff-check {\"badge\":\"7\",\"pin\":\"1\"}", new Action.StaffCheck("7", "1")),
            Map.entry("back {}", new Action.Back()),
            Map.entry("submit {}", new Action.Submit()),
            Map.entry("print {}", new Action.Print()),
            Map.entry("continue {}", new Action.Continue()),
            Map.entry("rating {\"level\":5}", new Action.Rate(5)),
            Map.entry("card-taken {}", new Action.CardTaken()),
            Map.entry("help {}", new Action.Help()),
            Map.entry("page-take {\"material\":\"deed\"}", new Action.PageTake("deed")),
            Map.entry("page-keep {}", new Action.PageKeep()),
            Map.entry("page-drop {}", new Action.PageDrop()),
            Map.entry("page-remove {\"page\":\"0f\"}", new Action.PageRemove("0f")),
            Map.entry(
                "bring-later {\"material\":\"deed\",\"later\":true}",
                new Action.BringLater("deed", true)),
            Map.entry("change {\"row\":\"phone\"}", new Action.Change("phone")),
            Map.entry("assent {}", new Action.Assent()),
            Map.entry("print-copy {}", new Action.PrintCopy()),
            Map.entry("copy-seen {\"came\":false}", new Action.CopySeen(false)),
            Map.entry("touch {}", new Action.Touch()));
    for (Map.Entry<String, Action> entry : actions.entrySet()) {
      String[] part = entry.getKey().split(" ", 2);
      String answer = served.post(SESSION + "/" + part[0], "application/json", part[1]);
      assertEquals(200, ServedApi.status(answer), entry.getKey());
      assertEquals(entry.getValue(), served.desk.acted.get(served.desk.acted.size() - 1));
    }
  }

  @Test
  void languageOfThePage_toldBesideAnyAction() throws IOException {
    String english = "{\"accept\":true,\"version\":\"v1\",\"language\":\"en\"}";
    served.post(SESSION + "/consent", "application/json", english);
    served.post(SESSION + "/print", "application/json", "{}");
    served.post(SESSION + "/print", "application/json", "{\"language\":\"zh\"}");
    assertEquals(List.of(ShownLanguage.EN, ShownLanguage.ZH), served.desk.shownIn);
    assertEquals(new Action.Consent(true, "v1"), served.desk.acted.get(0));
    String unknown = served.post(SESSION + "/print", "application/json", "{\"language\":\"fr\"}");
    assertEquals(400, ServedApi.status(unknown));
    assertEquals(3, served.desk.acted.size());
  }

  @Test
  void end_goesBackToAttract() throws IOException {
    String answer = served.post(SESSION + "/end", "application/json", "{}");
    assertTrue(answer.endsWith("{\"page\":\"attract\"}"), answer);
  }

  @Test
  void form_rejected_namesTheQuestion() throws IOException {
    String answer =
        served.post(SESSION + "/form", "application/json", "{\"values\":{\"phone\":\"138\"}}");
    assertEquals(422, ServedApi.status(answer));
    assertTrue(answer.contains("{\"id\":\"phone\",\"code\":\"NOT_DIGITS\",\"limit\":11}"));
  }

  @Test
  void malformedActions_areRefused() throws IOException {
    for (String body :
        List.of(
            "{\"level\":6}",
            "{\"level\":\"5\"}",
            "{\"level\":-1}",
            "{}",
            "{\"level\":5,\"x\":1}")) {
      assertEquals(
          400, ServedApi.status(served.post(SESSION + "/rating", "application/json", body)), body);
    }
    assertEquals(
        404, ServedApi.status(served.post(SESSION + "/shutdown", "application/json", "{}")));
    assertTrue(served.desk.acted.isEmpty());
  }

  @Test
  void unknownSession_isNotFound() throws IOException {
    String other = "f".repeat(32);
    assertEquals(404, ServedApi.status(served.get("/api/sessions/" + other, "")));
    assertEquals(404, ServedApi.status(served.get("/api/sessions/x", "")));
    assertEquals(404, ServedApi.status(served.get("/api/sessions/" + other + "/preview.jpg", "")));
  }

  @Test
  void pictures_haveTheirTypes() throws IOException {
    assertTrue(served.get(SESSION + "/preview.jpg", "").contains("Content-Type: image/jpeg"));
    String qr = served.get(SESSION + "/qr.svg", "");
    assertTrue(qr.contains("Content-Type: image/svg+xml"));
    assertTrue(qr.contains("<svg xmlns"));
  }

  @Test
  void kiosk_tellsTheScreensWhereThePartsBesideTheGlassAre() throws IOException {
    String kiosk = served.get("/api/kiosk", "");
    assertTrue(kiosk.contains("\"CARD\":{\"x\":80,\"y\":112}"), kiosk);
    assertTrue(kiosk.contains("\"keypad\":\"standard\""), kiosk);
  }

  @Test
  void withoutDesk_callsSayStartingAndPagesAreServed() throws IOException {
    served.api.serve(Optional.empty());
    assertTrue(served.get("/api/kiosk", "").contains("\"starting\":true"));
    assertEquals(503, ServedApi.status(served.get("/api/items", "")));
    assertEquals(200, ServedApi.status(served.get("/", "")));
    assertTrue(served.desk.listeners.isEmpty());
  }

  @Test
  void healthText_isOneLineAFinding() throws IOException {
    String answer = served.get("/api/health.txt", "");
    assertTrue(answer.contains("OK\tclock\t"), answer);
    assertEquals(1, answer.substring(answer.indexOf("\r\n\r\n") + 4).lines().count());
  }

  @Test
  void measurements_needNoTokenAndNoOtherHostsName() throws IOException {
    String head = "GET /metrics HTTP/1.1\r\nConnection: close\r\nHost: ";
    String none = served.raw(head + served.host() + "\r\n\r\n");
    assertTrue(none.startsWith("HTTP/1.1 503"), none);
    served.measurements = () -> "kiosk_alarms 0\n";
    String told = served.raw(head + served.host() + "\r\n\r\n");
    assertTrue(told.startsWith("HTTP/1.1 200"), told);
    assertTrue(told.endsWith("\r\n\r\nkiosk_alarms 0\n"), told);
    String foreign = served.raw(head + "rebind.test:" + served.port() + "\r\n\r\n");
    assertTrue(foreign.startsWith("HTTP/1.1 421"), foreign);
  }

  @Test
  void portTaken_saysWhatToDo() {
    IOException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            IOException.class,
            () ->
                LocalApi.open(
                    served.port(),
                    directory.resolve("second"),
                    path -> null,
                    new Technicians() {
                      @Override
                      public Optional<egov.kiosk.domain.outbox.Outbox> outbox() {
                        return Optional.empty();
                      }

                      @Override
                      public Optional<egov.kiosk.domain.outbox.Courier> courier() {
                        return Optional.empty();
                      }

                      @Override
                      public List<egov.kiosk.domain.health.Finding> findings() {
                        return List.of();
                      }
                    }));
    assertTrue(refused.getMessage().contains("local-api.port"));
  }
}

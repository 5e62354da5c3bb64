package egov.kiosk.town;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Plays one citizen: hands on card reader and camera, eyes on the screen's data, fingers on the
 * same HTTP interface as the screens.
 */
public final class CitizenPlayer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Town town;
  private final KioskClient kiosk;
  private String session;
  private JsonNode view;

  public CitizenPlayer(Town town) {
    this.town = town;
    this.kiosk = town.kiosk().client();
  }

  /** What the screen shows now. */
  public JsonNode view() {
    return view;
  }

  /** The page the screen is at. */
  public String page() {
    return view.path("page").asText();
  }

  /** Chooses an item. */
  public void choose(String itemCode) throws IOException, InterruptedException {
    view = kiosk.post("/api/sessions", Map.of("itemCode", itemCode)).expect();
    session = view.get("id").asText();
  }

  /** Agrees to the wording on the page, or does not. */
  public void answerConsent(boolean accept) throws IOException, InterruptedException {
    String action = page().endsWith("-consent") ? page() : "consent";
    act(action, Map.of("accept", accept, "version", view.at("/consent/version").asText()));
  }

  /** Places a card and waits until the kiosk has something to say about it. */
  public void placeCard(String card) throws IOException, InterruptedException {
    town.reader().command("place " + card);
    await(shown -> !shown.path("page").asText().equals("place-card"), "the card to be read");
  }

  /** Looks at the camera until the kiosk has made up its mind. */
  public void lookAtCamera() throws IOException, InterruptedException {
    act("face-start", Map.of());
    await(
        shown ->
            !shown.path("page").asText().equals("camera")
                || !shown.at("/camera/state").asText().equals("LOOKING"),
        "the faces to be compared");
  }

  /**
   * Answers every question that is asked, one page each, as a patient citizen would, who lets
   * nothing be fetched.
   */
  public void fillForm() throws IOException, InterruptedException {
    if (page().equals("retrieval-consent")) {
      answerConsent(false);
    }
    Map<String, String> answers = new LinkedHashMap<>();
    for (JsonNode question : view.at("/form/questions")) {
      if (question.path("fromCard").asBoolean()) {
        continue;
      }
      answers.put(question.get("id").asText(), answerTo(question));
      act("form", Map.of("values", answers, "partial", true));
    }
    act("form", Map.of("values", answers));
  }

  private static String answerTo(JsonNode question) {
    return switch (question.get("kind").asText()) {
      case "PHONE" -> "13800138000";
      case "CHOICE" -> question.at("/choices/0/value").asText();
      case "DATE" -> "2026-01-01";
      case "NUMBER" -> "1";
      default -> "测试";
    };
  }

  /**
   * Photographs one page of the first paper that is asked for, and keeps it.
   *
   * @return the picture as the screen shows it
   */
  public byte[] photograph() throws IOException, InterruptedException {
    await(shown -> shown.at("/materials/camera").asText().equals("READY"), "the document camera");
    act("page-take", Map.of("material", view.at("/materials/list/0/id").asText()));
    await(shown -> shown.at("/materials").has("shot"), "the page to be taken");
    String key = view.at("/materials/shot/key").asText();
    byte[] page = kiosk.picture("/api/sessions/" + session + "/pages/" + key + ".jpg");
    act("page-keep", Map.of());
    return page;
  }

  /** Writes something in the signature box. */
  public void sign() throws IOException, InterruptedException {
    List<List<Integer>> stroke =
        List.of(List.of(100, 200, 0, 0), List.of(400, 90, 120, 0), List.of(700, 310, 260, 0));
    act("sign", Map.of("width", 968, "height", 420, "strokes", List.of(stroke)));
  }

  /** Does something on the page. */
  public void act(String action, Map<String, ?> body) throws IOException, InterruptedException {
    view = kiosk.post("/api/sessions/" + session + "/" + action, body).expect();
  }

  /** Waits until the screen shows what the citizen waits for. */
  public void await(Predicate<JsonNode> wanted, String what)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      KioskClient.Answer answer = kiosk.get("/api/sessions/" + session);
      if (answer.status() == 404) {
        throw new IOException("the session ended while the citizen waited for " + what);
      }
      view = answer.expect();
      if (wanted.test(view)) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("waited in vain for " + what + "; page " + page());
      }
      TimeUnit.MILLISECONDS.sleep(30);
    }
  }

  /** Takes the card when asked to, and waits until the screen is the next citizen's. */
  public void takeCardAndLeave() throws IOException, InterruptedException {
    town.reader().command("lift");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (kiosk.get("/api/sessions/" + session).status() != 404) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the session did not end after the card was taken");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Presses 退出. */
  public void leave() throws IOException, InterruptedException {
    view = kiosk.post("/api/sessions/" + session + "/end", Map.of()).expect();
  }
}

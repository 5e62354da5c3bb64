package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Citizens, whole: every hop a process of its own, from the card on the reader to the receipt. */
@Tag("e2e")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {
  private static final String QUEUED_ITEM = "PENSION-QUALIFICATION";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void nobodyLeft() throws IOException, InterruptedException {
    if (!town.reader().isAlive()) {
      return;
    }
    town.reader().command("lift");
    town.reader().command("clear");
    town.printer().command("paper ok");
    town.cable().mend();
    Awaitility.await()
        .atMost(Duration.ofSeconds(45))
        .until(() -> town.kiosk().client().get("/api/items").status() == 200);
  }

  private static CitizenPlayer upToTheForm(String card, String face)
      throws IOException, InterruptedException {
    town.face(face);
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose(QUEUED_ITEM);
    citizen.answerConsent(true);
    citizen.placeCard(card);
    if (citizen.page().equals("face-consent")) {
      citizen.answerConsent(true);
      citizen.lookAtCamera();
    }
    return citizen;
  }

  private static void finish(CitizenPlayer citizen) throws IOException, InterruptedException {
    citizen.act("continue", Map.of());
    citizen.act("rating", Map.of("level", 0));
    citizen.takeCardAndLeave();
  }

  @Test
  @Order(1)
  void citizen_fromCardToReceipt_isAcceptedOnce() throws Exception {
    long accepted = Books.accepted(town);
    CitizenPlayer citizen = upToTheForm("resident", "same-02.jpg");
    assertEquals("form", citizen.page(), citizen.view().toString());
    assertEquals("PASS", citizen.view().at("/identity/outcome").asText());
    assertEquals("测*", citizen.view().at("/citizen/name").asText());
    assertFalse(citizen.view().toString().contains(Markers.ID_NUMBER), "the screen holds a number");
    citizen.fillForm();
    assertEquals("confirm", citizen.page());
    citizen.act("submit", Map.of());
    assertEquals("accepted", citizen.page());
    String id = citizen.view().at("/accepted/transactionId").asText();
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
    String number = citizen.view().at("/accepted/number").asText();
    assertTrue(town.platform().command("find " + id).startsWith(number + " "));
    citizen.act("print", Map.of());
    citizen.await(
        view -> !view.at("/accepted/slip").asText().equals("PRINTING"), "the slip to be printed");
    assertEquals("PRINTED", citizen.view().at("/accepted/slip").asText());
    String slip = slipText();
    assertTrue(slip.contains(number), slip);
    citizen.act("continue", Map.of());
    long dead = Books.queue(town).get("deadLetter").asLong();
    citizen.act("rating", Map.of("level", 2));
    assertEquals("rating-reason", citizen.page());
    citizen.act("rating-reason", Map.of("reason", "TOO_SLOW"));
    assertEquals("take-card", citizen.page());
    citizen.takeCardAndLeave();
    Books.awaitQueueEmpty(town);
    assertEquals(dead, Books.queue(town).get("deadLetter").asLong(), "the platform takes a reason");
    assertEquals(accepted + 1, Books.accepted(town));
    assertEquals(1, Books.platform(town).get("ratings"));
  }

  private static String slipText() throws IOException {
    String png = town.newestSlip().toString();
    return Files.readString(Path.of(png.replaceAll("\\.png$", ".txt")))
        .replaceAll("[\\s\\u2009]", "");
  }

  @Test
  @Order(2)
  void impostor_isRefusedAndNothingIsQueued() throws Exception {
    JsonNode before = Books.queue(town);
    CitizenPlayer impostor = upToTheForm("resident", "other-01.jpg");
    assertEquals("problem", impostor.page());
    assertEquals("FACE_MISMATCH", impostor.view().at("/problem/fault").asText());
    assertEquals("FAIL", impostor.view().at("/identity/outcome").asText());
    impostor.leave();
    impostor.takeCardAndLeave();
    assertEquals(before, Books.queue(town));
  }

  @Test
  @Order(3)
  void faceDeclined_staffCheckIsAnEqualWay() throws Exception {
    town.face("none");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose(QUEUED_ITEM);
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(false);
    assertEquals("alternative", citizen.page());
    citizen.act("staff-check", Map.of("badge", Town.STAFF_BADGE, "pin", "000000"));
    assertEquals("problem", citizen.page());
    assertEquals("STAFF_REFUSED", citizen.view().at("/problem/fault").asText());
    citizen.act("other-way", Map.of());
    citizen.act("staff-check", Map.of("badge", Town.STAFF_BADGE, "pin", Town.STAFF_PIN));
    assertEquals("form", citizen.page(), citizen.view().toString());
    assertEquals("ALTERNATIVE", citizen.view().at("/identity/outcome").asText());
    citizen.fillForm();
    citizen.act("submit", Map.of());
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
    finish(citizen);
  }

  @Test
  @Order(4)
  void brokerDownWhileSubmitting_isDeliveredExactlyOnceLater() throws Exception {
    Books.awaitQueueEmpty(town);
    long accepted = Books.accepted(town);
    CitizenPlayer citizen = upToTheForm("resident", "same-05.jpg");
    citizen.fillForm();
    town.platform().command("broker stop");
    citizen.act("submit", Map.of());
    assertEquals("accepted", citizen.page());
    assertFalse(citizen.view().at("/accepted/official").asBoolean());
    assertEquals(1, Books.queue(town).get("pending").asLong());
    town.platform().command("broker start");
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
    finish(citizen);
    Books.awaitQueueEmpty(town);
    assertEquals(accepted + 1, Books.accepted(town));
  }

  @Test
  @Order(5)
  void networkCut_hidesWhatNeedsItAndKeepsTheRest() throws Exception {
    town.cable().cut();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !town.kiosk().client().get("/api/kiosk").expect().get("online").asBoolean());
    var why = new HashMap<String, String>();
    for (JsonNode item : town.kiosk().client().get("/api/items").expect().get("items")) {
      String code = item.get("code").asText();
      why.put(
          code.startsWith("PROGRESS-") ? "told before" : item.get("offlineClass").asText(),
          item.get("available").asBoolean() ? "available" : item.get("why").asText());
    }
    assertEquals("NETWORK_DOWN", why.get("ONLINE_ONLY"));
    assertEquals("available", why.get("QUEUE_OK"));
    assertEquals("available", why.get("LOCAL"));
    assertEquals("available", why.get("told before"));
    town.cable().mend();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> town.kiosk().client().get("/api/kiosk").expect().get("online").asBoolean());
  }

  @Test
  @Order(6)
  void powerCutAfterAcceptance_losesAndDoublesNothing() throws Exception {
    long accepted = Books.accepted(town);
    CitizenPlayer citizen = upToTheForm("resident", "same-02.jpg");
    citizen.fillForm();
    town.cable().cut();
    citizen.act("submit", Map.of());
    String id = citizen.view().at("/accepted/transactionId").asText();
    town.reader().command("lift");
    town.powerCycleKiosk();
    assertEquals(1, Books.queue(town).get("pending").asLong());
    town.cable().mend();
    Books.awaitQueueEmpty(town);
    assertEquals(accepted + 1, Books.accepted(town));
    assertFalse(town.platform().command("find " + id).isEmpty());
  }

  @Test
  @Order(7)
  void paperOut_neverTouchesTheTransaction() throws Exception {
    CitizenPlayer citizen = upToTheForm("resident", "same-02.jpg");
    citizen.fillForm();
    town.printer().command("paper out");
    citizen.act("submit", Map.of());
    citizen.act("print", Map.of());
    citizen.await(
        view -> !view.at("/accepted/slip").asText().equals("PRINTING"), "the printer's answer");
    assertEquals("FAILED", citizen.view().at("/accepted/slip").asText());
    assertEquals("PAPER_OUT", citizen.view().at("/accepted/slipFault").asText());
    assertFalse(citizen.view().at("/accepted/qr").asText().isEmpty());
    town.printer().command("paper ok");
    citizen.act("print", Map.of());
    citizen.await(
        view -> view.at("/accepted/slip").asText().equals("PRINTED"), "the slip after a refill");
    finish(citizen);
    Books.awaitQueueEmpty(town);
  }

  @Test
  @Order(8)
  void badCards_areRefusedInWordsForWhoeverCanAct() throws Exception {
    Map<String, String> faults =
        Map.of(
            "wrong-type", "NOT_AN_ID_CARD",
            "bad-check-digit", "CARD_DATA_INVALID",
            "expired", "CARD_EXPIRED");
    for (Map.Entry<String, String> card : faults.entrySet()) {
      CitizenPlayer citizen = upToTheForm(card.getKey(), "same-02.jpg");
      assertEquals("problem", citizen.page(), card.getKey());
      assertEquals(card.getValue(), citizen.view().at("/problem/fault").asText());
      citizen.leave();
      citizen.takeCardAndLeave();
    }
  }

  @Test
  @Order(9)
  void readerNotAuthorised_callsTheTechnician() throws Exception {
    town.reader().command("fault unauthorised 100");
    CitizenPlayer citizen = upToTheForm("resident", "same-02.jpg");
    assertEquals("problem", citizen.page());
    assertEquals("TECHNICIAN", citizen.view().at("/problem/actor").asText());
    citizen.leave();
    town.reader().command("clear");
  }

  /** Attack test H06: after everything above, nothing personal is in any file of the town. */
  @Test
  @Order(100)
  void h06_noFileOfTheWholeRunHoldsAMarker() throws Exception {
    town.close();
    assertEquals(List.of(), Markers.findIn(work, p -> p.endsWith("ui.token")), "personal data");
    assertEquals(
        List.of(),
        Inventory.unlisted(work.resolve("kiosk-data")),
        "files of no class and no retention: add them to Holding");
    Path planted = Files.writeString(work.resolve("planted.txt"), "x" + Markers.ID_NUMBER + "y");
    assertFalse(Markers.findIn(planted, path -> false).isEmpty(), "the scanner itself works");
  }
}

package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One transaction's way through every room of kiosk and platform, and what is left after a cut. */
@Tag("e2e")
class TraceTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  @Test
  void oneTrace_fromTheCardToTheReceipt_inOrder_andAcceptanceOutlivesAPowerCut() throws Exception {
    try (Town town = RunningTown.start(work)) {
      String id = handIn(town);
      List<String> kiosk = words(town.kiosk().client().get("/api/trace.json?key=last").expect());
      assertInOrder(
          kiosk,
          "desk consent place-card",
          "card-reader read-card done",
          "desk looking form",
          "desk form confirm",
          "keys seal done",
          "queue commit done",
          "uplink send acknowledged",
          "agent settle settled",
          "printer print-slip printed");
      assertTrue(kiosk.contains("queue keep delivered"), kiosk.toString());
      String told = town.platform().command("trace " + id);
      List<String> platform = words(new ObjectMapper().readTree(told));
      assertInOrder(platform, "gateway verify done", "gateway record accepted");
      assertTrue(platform.contains("gateway receipt done"), told);
      String kinds = town.platform().command("spans");
      assertTrue(kinds.contains("gateway_span_seconds_count{room=\"gateway\",work=\"verify\"}"));
      assertMeasured(town);
      Path seen = Files.createDirectory(work.resolve("seen"));
      Files.writeString(seen.resolve("kiosk"), town.kiosk().client().get(key(id)).expect() + kinds);
      Files.writeString(seen.resolve("platform"), told);
      assertEquals(List.of(), Markers.disguised().find(seen, path -> false));

      town.powerCycleKiosk();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> town.kiosk().client().get(key(id)).status() == 200);
      assertEquals(
          List.of("queue keep delivered"), words(town.kiosk().client().get(key(id)).expect()));
    }
  }

  /** What a fleet is run by, each from the room that counts it. */
  private static void assertMeasured(Town town) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              String told = town.kiosk().client().measurements();
              for (String wanted :
                  List.of(
                      "kiosk_queue_pending_records",
                      "kiosk_tx_total{item=\"PENSION-QUALIFICATION\",result=\"accepted\"} 1",
                      "kiosk_receipt_latency_seconds_count",
                      "kiosk_device_state{device=\"printer\",state=\"online\"} 1",
                      "kiosk_print_pages_total{kind=\"slip\"} 1",
                      "kiosk_update_info{slot=\"factory\",version=\"0\"} 1",
                      "kiosk_watchdog_restarts_total{level=\"system\"} 0",
                      "kiosk_cert_expiry_seconds",
                      "kiosk_disk_free_bytes")) {
                assertTrue(told.contains(wanted), wanted + " is not in\n" + told);
              }
            });
  }

  private static String key(String id) {
    return "/api/trace.json?key=" + id;
  }

  private static String handIn(Town town) throws IOException, InterruptedException {
    town.face("same-02.jpg");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose("PENSION-QUALIFICATION");
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    citizen.fillForm();
    citizen.act("submit", Map.of());
    String id = citizen.view().at("/accepted/transactionId").asText();
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
    citizen.act("print", Map.of());
    citizen.await(
        view -> view.at("/accepted/slip").asText().equals("PRINTED"), "the slip to be printed");
    citizen.act("continue", Map.of());
    citizen.act("rating", Map.of("level", 0));
    citizen.takeCardAndLeave();
    return id;
  }

  /** Room, work and outcome of each span, by the wall clock; every one of the same trace. */
  private static List<String> words(JsonNode otlp) {
    JsonNode told = otlp.at("/resourceSpans/0/scopeSpans/0/spans");
    List<JsonNode> spans = new ArrayList<>();
    told.forEach(spans::add);
    assertEquals(1, spans.stream().map(span -> span.get("traceId").asText()).distinct().count());
    assertEquals(
        spans.size(), spans.stream().map(span -> span.get("spanId").asText()).distinct().count());
    return spans.stream()
        .sorted(Comparator.comparingLong(span -> span.get("startTimeUnixNano").asLong()))
        .map(
            span ->
                span.at("/attributes/0/value/stringValue").asText()
                    + " "
                    + span.get("name").asText()
                    + " "
                    + span.at("/attributes/1/value/stringValue").asText())
        .toList();
  }

  private static void assertInOrder(List<String> told, String... wanted) {
    int at = -1;
    for (String one : wanted) {
      int next = told.indexOf(one);
      assertTrue(next > at, one + " does not come in its place: " + told);
      at = next;
    }
  }
}

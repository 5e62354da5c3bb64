package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import egov.kiosk.town.DeskOrders;
import egov.kiosk.town.DeskServer;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo's desk page: every device is there, every fault can be triggered, the kiosk notices. */
@Tag("e2e")
class DeskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static DeskServer desk;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town =
        RunningTown.start(
            work.resolve("town"), new Town.KioskChanges(Map.of(), Map.of(), Extra.DEVICES));
    assertTrue(town.fittings().readsSocialCards(), "install pcscd and vsmartcard-vpcd");
    desk = DeskServer.start(town, 0);
  }

  @AfterAll
  static void close() {
    if (desk != null) {
      desk.close();
    }
    if (town != null) {
      town.close();
    }
  }

  private HttpResponse<String> order(String device, String order)
      throws IOException, InterruptedException {
    return press("/order/" + device, order);
  }

  private HttpResponse<String> press(String path, String order)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base() + path))
            .header("X-Desk", "1")
            .POST(HttpRequest.BodyPublishers.ofString(order))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void must(String device, String order) throws IOException, InterruptedException {
    HttpResponse<String> answer = order(device, order);
    assertEquals(200, answer.statusCode(), device + ", " + order + ": " + answer.body());
  }

  private static String base() {
    return "http://127.0.0.1:" + desk.port();
  }

  /** What the page shows of a device: the kiosk's own words. */
  private JsonNode says(String device) throws IOException, InterruptedException {
    return state().at("/says/" + device);
  }

  private JsonNode state() throws IOException, InterruptedException {
    HttpResponse<String> state =
        http.send(
            HttpRequest.newBuilder(URI.create(base() + "/state")).build(),
            HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(state.body());
  }

  private void await(String device, String level, String words) {
    Awaitility.await()
        .alias(device + " " + level + " " + words)
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonNode says = says(device);
              return says.path("level").asText().equals(level)
                  && says.path("what").asText().contains(words);
            });
  }

  /** Every fault an emulator knows has its button. */
  @Test
  void page_offersEveryFaultOfEveryEmulator() throws ReflectiveOperationException {
    for (var emulator :
        Map.of(
                "reader", "reader.Fault",
                "cabinet", "cabinet.BoardFault",
                "social-card", "socialcard.ChipFault")
            .entrySet()) {
      Set<String> offered = offered(emulator.getKey(), "fault ");
      for (Object fault :
          Class.forName("egov.kiosk.emulator." + emulator.getValue()).getEnumConstants()) {
        String word = fault.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        assertTrue(offered.contains(word), emulator.getKey() + " has no button for " + word);
      }
    }
    Set<String> lies = offered("table", "http ");
    for (Object lie : Class.forName("egov.kiosk.emulator.camera.HttpLie").getEnumConstants()) {
      assertTrue(lies.contains(lie.toString().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
  }

  private static Set<String> offered(String device, String verb) {
    return DeskOrders.all().stream()
        .filter(sheet -> sheet.device().equals(device))
        .flatMap(sheet -> sheet.orders().stream())
        .map(DeskOrders.Order::order)
        .filter(order -> order.startsWith(verb))
        .map(order -> order.split(" ")[1])
        .collect(Collectors.toSet());
  }

  /** One device after the other is made unwell, seen by the kiosk itself, and healed. */
  @Test
  void faults_triggeredOnThePage_areNoticedByTheKioskAndHeal() throws Exception {
    await("scanner", "OK", "open");
    must("scanner", "scan {fresh}");
    must("scanner", "scan {same}");
    must("scanner", "unplug");
    await("scanner", "FAIL", "NO_DEVICE");
    must("scanner", "plug");
    await("scanner", "OK", "open");

    must("cabinet", "door open");
    await("cabinet", "WARN", "DOOR_OPEN");
    must("cabinet", "door closed");
    must("cabinet", "mains off");
    await("cabinet", "WARN", "ON_BATTERY");
    must("cabinet", "mains on");
    must("cabinet", "fault silence");
    await("cabinet", "FAIL", "OFFLINE");
    must("cabinet", "clear");
    await("cabinet", "OK", "answers");

    await("social-card", "OK", "Kiosk Virtual PCD");
    must("social-card", "place v2");
    must("social-card", "fault one-byte");
    must("social-card", "clear");
    must("social-card", "unplug");
    await("social-card", "FAIL", "");
    must("social-card", "plug");
    await("social-card", "OK", "Kiosk Virtual PCD");

    must("printer", "serial EMU0000002");
    await("printer", "FAIL", "was not accepted");
    must("printer", "serial EMU0000001");
    await("printer", "OK", "answers");
  }

  /** Every button of the page does something; what cannot be said now is said so. */
  @Test
  void orders_ofThePage_areUnderstoodByTheirDevices() throws Exception {
    List<String> refused = new ArrayList<>();
    for (DeskOrders.Sheet sheet : DeskOrders.all()) {
      for (DeskOrders.Order one : sheet.orders()) {
        if (one.order().equals("battery low")) {
          // Also understood, and then the kiosk of the other tests stops in order.
          continue;
        }
        HttpResponse<String> answer = order(sheet.device(), one.order());
        boolean inOrder =
            answer.statusCode() == 200
                || answer.body().contains("plugged in")
                || answer.body().contains("listens at port");
        if (!inOrder) {
          refused.add(sheet.device() + ", " + one.order() + ": " + answer.body());
        }
      }
      for (String end : List.of("script stop", "clear", "plug", "live", "light usual")) {
        order(sheet.device(), end);
      }
    }
    assertEquals(List.of(), refused);
    assertEquals(409, order("toaster", "unplug").statusCode());
  }

  /** A citizen who calls for help stands on the page, and one button answers. */
  @Test
  void callForHelp_isOnThePage_andOneButtonAnswersIt() throws Exception {
    town.kiosk().client().post("/api/help", Map.of());
    Awaitility.await().atMost(PATIENCE).until(() -> state().path("calls").size() == 1);
    String call = state().path("calls").get(0).asText();
    assertTrue(call.contains(" " + Town.KIOSK_ID + " CALLING "), call);
    assertEquals(200, press("/answer", call.split(" ")[0]).statusCode());
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                town.kiosk()
                    .client()
                    .get("/api/kiosk")
                    .expect()
                    .at("/help/state")
                    .asText()
                    .equals("ANSWERED"));
    assertEquals(200, press("/close", call.split(" ")[0]).statusCode());
    Awaitility.await().atMost(PATIENCE).until(() -> state().path("calls").isEmpty());
  }

  /** {@code kiosk device record} at the kiosk that serves, as a technician types it. */
  @Test
  void record_ofAServingKiosk_holdsTheExchangeAndNothingOfTheCitizen() throws Exception {
    Path capture = work.resolve("printer.txt");
    List<String> command =
        new ArrayList<>(List.of(Tree.KIOSK.resolve("bin/kiosk").toString(), "device", "record"));
    command.addAll(List.of("printer", "--to", capture.toString(), "--seconds", "3"));
    command.addAll(
        List.of(
            "--data", town.layout().data().toString(),
            "--config", work.resolve("town/kiosk.properties").toString()));
    Path out = work.resolve("record.out");
    Process record =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(record.waitFor(120, TimeUnit.SECONDS), "it ends by itself");
    assertEquals(0, record.exitValue(), Files.readString(out));
    String text = Files.readString(capture, StandardCharsets.US_ASCII);
    assertTrue(text.startsWith("kiosk-capture 1\ndevice printer\n"), text);
    assertTrue(text.contains("> 100401") && text.contains("< 12"), text);
    assertTrue(town.kiosk().client().get("/api/kiosk").status() == 200, "it served all the time");
  }
}

package egov.kiosk.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The desk page of the demonstration: hands for whoever has no hardware. Places cards, changes the
 * face before the camera, pulls the paper, triggers every fault of every device, cuts the network,
 * shows the newest slip and what the kiosk says of its devices. Loopback only.
 */
public final class DeskServer implements AutoCloseable {
  private static final List<String> FACES =
      List.of("same-02.jpg", "same-05.jpg", "same-09.jpg", "other-01.jpg", "none");

  /** What lies under the document camera; nobody's papers. */
  static final List<String> SAMPLE = List.of("户口簿（演示）", "户主：测试人", "住址：演示县演示村1号", "编号：000000");

  private static final String ORDERS = "/order/";

  private final Town town;
  private final DeskDevices devices;
  private final KioskEyes eyes;
  private final List<DeskOrders.Sheet> sheets = DeskOrders.all();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final ObjectMapper json = new ObjectMapper();

  private DeskServer(Town town, HttpServer server) {
    this.town = town;
    this.devices = new DeskDevices(town, town.layout().work().resolve("desk"));
    this.eyes = new KioskEyes(town);
    this.server = server;
  }

  /**
   * Serves the page.
   *
   * @param port where, on the loopback interface; 0 for any free one
   */
  public static DeskServer start(Town town, int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    DeskServer desk = new DeskServer(town, server);
    server.setExecutor(desk.threads);
    server.createContext("/", desk::handle);
    server.start();
    return desk;
  }

  /** Where it is served. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String path = exchange.getRequestURI().getPath();
      if (!("127.0.0.1:" + port()).equals(host)) {
        send(exchange, 421, "text/plain", "this page is for 127.0.0.1 only");
      } else if (exchange.getRequestMethod().equals("POST")) {
        // A page of another origin cannot add this header without asking first.
        if (exchange.getRequestHeaders().getFirst("X-Desk") == null) {
          send(exchange, 403, "text/plain", "not from the desk page");
        } else {
          doAction(exchange, path);
        }
      } else {
        show(exchange, path);
      }
    }
  }

  private void show(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/" -> {
        try (InputStream page = DeskServer.class.getResourceAsStream("/desk.html")) {
          send(exchange, 200, "text/html;charset=utf-8", page.readAllBytes());
        }
      }
      case "/orders" -> send(exchange, 200, "application/json", json.writeValueAsBytes(sheets));
      case "/state" -> send(exchange, 200, "application/json", state());
      case "/slip.png" -> sendFile(exchange, town.newestSlip(), "image/png");
      case "/slip.ofd" -> {
        exchange
            .getResponseHeaders()
            .set("Content-Disposition", "attachment; filename=\"slip.ofd\"");
        sendFile(exchange, town.newestSealedSlip(), "application/ofd");
      }
      default -> send(exchange, 404, "text/plain", "no such page");
    }
  }

  private static void sendFile(HttpExchange exchange, Path file, String type) throws IOException {
    if (file == null) {
      send(exchange, 404, "text/plain", "no slip yet");
    } else {
      send(exchange, 200, type, Files.readAllBytes(file));
    }
  }

  private byte[] state() throws IOException {
    ObjectNode state = json.createObjectNode();
    state.put("screens", town.kiosk().client().address() + "/");
    state.put("badge", Town.STAFF_BADGE).put("pin", Town.STAFF_PIN);
    state.put("networkCut", town.cable().isCut());
    state.put("platform", town.platform().command("stats"));
    calls(state);
    Path sealed = town.newestSealedSlip();
    state.put("sealedSlip", sealed == null ? "" : sealed.getFileName().toString());
    state.put("slips", town.printer().command("slips").split(" ")[0]);
    for (String card : town.reader().command("cards").split(" ")) {
      state.withArray("cards").add(card);
    }
    FACES.forEach(state.withArray("faces")::add);
    devices(state);
    return json.writeValueAsBytes(state);
  }

  /** How the kiosk says each is, by its name on the page. */
  private void devices(ObjectNode state) {
    for (DeskOrders.Sheet sheet : sheets) {
      JsonNode finding = eyes.of(sheet.check());
      state
          .withObject("/says")
          .withObject("/" + sheet.device())
          .put("level", finding.path("level").asText("…"))
          .put("what", finding.path("what").asText(""));
    }
    JsonNode known = eyes.of("known-devices");
    state.put(
        "alarm", known.path("level").asText().equals("OK") ? "" : known.path("what").asText());
  }

  /** Citizens who call for help, as the platform's people see them. */
  private void calls(ObjectNode state) throws IOException {
    String[] parts = town.platform().command("calls").split("; ");
    state.withArray("calls");
    for (String call : List.of(parts).subList(1, parts.length)) {
      state.withArray("calls").add(call);
    }
  }

  private void doAction(HttpExchange exchange, String path) throws IOException {
    String value = new String(exchange.getRequestBody().readNBytes(200), StandardCharsets.UTF_8);
    String said = "ok";
    try {
      switch (path) {
        case "/card" ->
            town.reader().command(value.equals("lift") ? "lift" : "place " + word(value));
        case "/face" -> town.face(FACES.contains(value) ? value : "none");
        case "/sheet" -> {
          if (value.equals("none")) {
            town.papers().clear();
          } else {
            town.papers().lay(SAMPLE, value.equals("lamp") ? "lamp" : "tilt=3");
          }
        }
        case "/broker" -> town.platform().command("broker " + word(value));
        case "/kiosk" -> town.powerCycleKiosk();
        case "/answer" -> said = town.platform().command("call answer " + word(value) + " 3");
        case "/close" -> said = town.platform().command("call close " + word(value));
        case "/network" -> {
          if (value.equals("cut")) {
            town.cable().cut();
          } else {
            town.cable().mend();
          }
        }
        default -> said = ordered(path, value);
      }
      send(exchange, 200, "text/plain", said.isEmpty() ? "ok" : said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      send(exchange, 503, "text/plain", "interrupted");
    } catch (IOException e) {
      send(exchange, 409, "text/plain;charset=utf-8", e.getMessage());
    }
  }

  private String ordered(String path, String value) throws IOException {
    if (!path.startsWith(ORDERS)) {
      throw new IOException("no such action");
    }
    return devices.command(path.substring(ORDERS.length()), order(value));
  }

  /** One line of an emulator's own language, e.g. {@code do until request; unplug; wait 2s}. */
  private static String order(String value) throws IOException {
    if (!value.matches("[ -~]{1,200}")) {
      throw new IOException("not an order");
    }
    return value;
  }

  /** One word, so that nothing but the one command reaches an emulator. */
  private static String word(String value) throws IOException {
    if (!value.matches("[a-z0-9-]{1,40}")) {
      throw new IOException("not a word");
    }
    return value;
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    eyes.close();
    server.stop(0);
    threads.shutdownNow();
  }
}

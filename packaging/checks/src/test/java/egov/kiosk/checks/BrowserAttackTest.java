package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attack tests with a real browser. A02 and A06: on a hostile page, first against a server without
 * a guard to show that the attack is real, then against the kiosk. I02: what it leaves on the disk.
 */
@Tag("attack")
class BrowserAttackTest {
  private static final String SECRET = "citizen-record";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static HttpServer hostile;
  private static HttpServer unguarded;
  private static final AtomicInteger UNGUARDED_POSTS = new AtomicInteger();

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work.resolve("town"));
    hostile = serve("<!doctype html><title>hostile</title>", new AtomicInteger());
    unguarded = serve(SECRET, UNGUARDED_POSTS);
  }

  @AfterAll
  static void close() {
    hostile.stop(0);
    unguarded.stop(0);
    town.close();
  }

  private static HttpServer serve(String body, AtomicInteger posts) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
              posts.incrementAndGet();
            }
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    return server;
  }

  @Test
  void a02_dnsRebinding_getsNothing() {
    int port = town.kiosk().client().address().getPort();
    try (Screen screen =
        Screen.open(work.resolve("rebind"), "--host-resolver-rules=MAP rebind.test 127.0.0.1")) {
      screen.go("http://rebind.test:" + unguarded.getAddress().getPort() + "/api/kiosk");
      assertTrue(screen.source().contains(SECRET), "the attack works on a server without a guard");
      for (String path : new String[] {"/api/kiosk", "/", "/worker"}) {
        screen.go("http://rebind.test:" + port + path);
        assertTrue(screen.source().contains("WRONG_HOST"), screen.source());
        assertFalse(screen.source().contains("kiosk-token"));
      }
    }
  }

  @Test
  void a06_blindPostOfAnotherOrigin_changesNothing() throws Exception {
    String attack =
        "const done = arguments[arguments.length - 1];"
            + "fetch(arguments[0], {method: 'POST', mode: 'no-cors',"
            + " headers: {'Content-Type': 'text/plain'}, body: arguments[1]})"
            + ".then(answer => done(answer.type)).catch(error => done('failed'));";
    String body = "{\"itemCode\":\"SENIOR-CARD\"}";
    try (Screen screen = Screen.open(work.resolve("blind"))) {
      screen.go("http://127.0.0.1:" + hostile.getAddress().getPort() + "/");
      assertEquals(
          "opaque",
          screen.run(attack, "http://127.0.0.1:" + unguarded.getAddress().getPort() + "/x", body));
      assertEquals(1, UNGUARDED_POSTS.get(), "the browser does send it");
      screen.run(attack, town.kiosk().client().address() + "/api/sessions", body);
    }
    // Were there one begun by the attack, this would be refused.
    String session =
        town.kiosk()
            .client()
            .post("/api/sessions", Map.of("itemCode", "SENIOR-CARD"))
            .expect()
            .get("id")
            .asText();
    town.kiosk().client().post("/api/sessions/" + session + "/end", Map.of()).expect();
  }

  @Test
  void i02_profileOfTheBrowser_holdsNobody() throws Exception {
    Path control = work.resolve("control");
    try (Screen screen = Screen.open(control)) {
      screen.go("http://127.0.0.1:" + hostile.getAddress().getPort() + "/");
      screen.run(
          "localStorage.setItem('who', arguments[0]); arguments[arguments.length - 1]()",
          Markers.ID_NUMBER);
    }
    assertFalse(Markers.findIn(control, path -> false).isEmpty(), "the search itself works");

    Path broken = work.resolve("broken-off");
    try (Screen screen = Screen.open(broken)) {
      typedThePhone(screen);
    }
    assertEquals(List.of(), Markers.disguised().find(broken, path -> false));

    Path whole = work.resolve("finished");
    try (Screen screen = Screen.open(whole)) {
      screen.go(town.kiosk().client().address() + "/");
      screen.awaitPage("form");
      screen.press("[data-tool='exit']");
      screen.awaitPage("take-card");
      town.reader().command("lift");
      screen.awaitPage("attract");
      typedThePhone(screen);
      screen.act("next");
      screen.press("[data-choice='FAMILY']");
      screen.act("next");
      screen.act("next");
      screen.awaitPage("confirm");
      screen.act("submit");
      screen.awaitPage("accepted");
      screen.act("continue");
      screen.awaitPage("rating");
      screen.press("[data-level='5']");
      screen.awaitPage("take-card");
      town.reader().command("lift");
      screen.awaitPage("attract");
    }
    assertEquals(List.of(), Markers.disguised().find(whole, path -> false));
  }

  private static void typedThePhone(Screen screen) throws IOException {
    town.face("same-02.jpg");
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    screen.act("start");
    screen.choose("OLD_AGE", "PENSION-QUALIFICATION");
    screen.awaitPage("consent");
    screen.act("consent-accept");
    screen.awaitPage("place-card");
    town.reader().command("place resident");
    screen.awaitPage("face-consent");
    screen.act("face-accept");
    screen.awaitPage("camera");
    screen.act("face-start");
    screen.awaitPage("form");
    screen.spell("13800138000");
  }
}

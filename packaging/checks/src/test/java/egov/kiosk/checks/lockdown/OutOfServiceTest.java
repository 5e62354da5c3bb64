package egov.kiosk.checks.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The session as a package brings it, with a real Chromium under the policy that is shipped: what a
 * citizen sees while the program does not answer, and that the screens come back by themselves.
 */
@Tag("attack")
class OutOfServiceTest {
  private static final Path BOOT = Machine.Place.PACKAGED.resolve("opt/kiosk/boot");
  private static final Path PAGE = BOOT.resolve("out-of-service.html");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  private final AtomicInteger taken = new AtomicInteger();

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
  }

  private static void awaitShown(Machine machine, String title) {
    patiently().until(() -> machine.windows().toString().contains(title));
  }

  /** A runtime that answers on a port and counts how often its first page was taken. */
  private HttpServer serve(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html><title>citizens</title>".getBytes(StandardCharsets.UTF_8);
          boolean entry = exchange.getRequestURI().getPath().equals("/");
          if (entry) {
            taken.incrementAndGet();
          }
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(entry ? 200 : 404, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  @DisplayName("B02 the runtime is not there, comes, ends, comes back, hangs")
  void b02_withoutTheRuntime_thePageSaysSo_andTheScreensComeBack() throws Exception {
    int port = freePort();
    Path policy = policy(port);
    Path configuration =
        Files.writeString(
            work.resolve("kiosk.properties"),
            "crypto.kioskId = fz-gl-000042\nflow.helpPhone = 1\n");
    String first =
        "KIOSK_CONFIG=%s %s /run/kiosk-page/index.html"
            .formatted(configuration, BOOT.resolve("kiosk-page"));
    try (Machine machine = new Machine(work)) {
      machine.session(policy, first, BOOT.resolve("kiosk-browser"), port);
      awaitShown(machine, "out of service");
      keysDoNothing(machine);
      HttpServer runtime = serve(port);
      awaitShown(machine, "citizens");
      runtime.stop(0);
      awaitShown(machine, "out of service");
      runtime = serve(port);
      awaitShown(machine, "citizens");
      runtime.stop(0);
      try (ServerSocket hangs = new ServerSocket()) {
        hangs.setReuseAddress(true);
        hangs.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
        awaitShown(machine, "out of service");
      }
    }
  }

  @Test
  @DisplayName("B02 the process that draws the page crashes")
  void b02_crashedPage_isShownInANewBrowser() throws Exception {
    int port = freePort();
    HttpServer runtime = serve(port);
    try (Machine machine = new Machine(work)) {
      machine.session(policy(port), "true", BOOT.resolve("kiosk-browser"), port);
      for (int crash = 1; crash <= 2; crash++) {
        awaitShown(machine, "citizens");
        int before = taken.get();
        machine.crashPage();
        patiently().until(() -> taken.get() > before);
      }
      awaitShown(machine, "citizens");
    } finally {
      runtime.stop(0);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }

  /** The policy that is shipped, for a runtime on another port. */
  private Path policy(int port) throws IOException {
    return Files.writeString(
        work.resolve("kiosk.json"),
        Files.readString(Machine.Place.POLICY).replace("8930", Integer.toString(port)));
  }

  /** B01 on this page too: nothing else appears, and it stays. */
  private static void keysDoNothing(Machine machine) throws Exception {
    machine.focus();
    Set<String> before = machine.windows();
    for (String chord :
        List.of("ctrl+t", "ctrl+n", "ctrl+o", "ctrl+p", "F1", "shift+Escape", "ctrl+w", "Menu")) {
      machine.press(chord);
    }
    machine.touch(3);
    patiently().during(Duration.ofSeconds(2)).until(() -> machine.windows().equals(before));
  }

  @Test
  void page_saysNothingThatItsPolicyDoesNotAllow() throws Exception {
    String page = Files.readString(PAGE);
    for (String part : List.of("style", "script")) {
      Matcher text =
          Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(part), Pattern.DOTALL).matcher(page);
      assertTrue(text.find(), part);
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.group(1).getBytes(StandardCharsets.UTF_8));
      assertTrue(
          page.contains(part + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"),
          part + " was changed without its hash in the head of " + PAGE);
    }
    assertTrue(page.contains("default-src 'none'"));
    assertTrue(!page.matches("(?s).*<(a|form|iframe|input|button)[ >].*"), "no way out");
  }

  @Test
  void wordsOfTheSite_areShown_markedUpOnesAsText() throws Exception {
    Path configuration =
        Files.writeString(
            work.resolve("kiosk.properties"),
            """
            crypto.kioskId = fz-gl-000042
            flow.elsewhere = 鼓楼区一楼 <script>alert(1)</script> & "B"
            """);
    Path out = work.resolve("run/index.html");
    ProcessBuilder fill = new ProcessBuilder(BOOT.resolve("kiosk-page").toString(), out.toString());
    fill.environment().put("KIOSK_CONFIG", configuration.toString());
    assertEquals(0, fill.inheritIO().start().waitFor());
    String page = Files.readString(out);
    assertTrue(page.contains("No. fz-gl-000042"), page);
    assertTrue(page.contains("鼓楼区一楼 &lt;script>alert(1)"), page);
    assertTrue(page.contains("<b>12345</b>"), "a number to call when none is configured");
    assertTrue(!page.matches("(?s).*@[A-Z_]+@.*"), "a place that was not filled");
    fill.environment().put("KIOSK_CONFIG", work.resolve("none").toString());
    assertEquals(0, fill.inheritIO().start().waitFor());
    assertTrue(Files.readString(out).contains("旁边的机器或窗口"));
  }
}

package egov.kiosk.checks.lockdown;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import egov.kiosk.checks.lockdown.Machine.Place;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A page under the kiosk's address, with the screens' own guard and headers, that tries what a page
 * can try; and another server, where nobody may get.
 */
final class HostilePage implements AutoCloseable {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'none';"
          + " frame-ancestors 'none'; base-uri 'none';"
          + " sandbox allow-scripts allow-same-origin allow-forms";

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final HttpServer kiosk = server();
  private final HttpServer other = server();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger stolen = new AtomicInteger();
  private volatile String attempt = "";

  HostilePage() throws IOException {
    kiosk.createContext("/", this::page);
    kiosk.createContext("/page.js", exchange -> script(exchange, own("page.js")));
    kiosk.createContext(
        "/guards.js",
        exchange ->
            script(
                exchange, Files.readString(Place.ROOT.resolve("ui-kiosk/src/shared/guards.js"))));
    kiosk.createContext("/attempt", exchange -> answer(exchange, "text/plain", attempt));
    kiosk.createContext("/told", this::listen);
    other.createContext(
        "/",
        exchange -> {
          stolen.incrementAndGet();
          answer(exchange, "text/html", "<title>stolen</title>");
        });
    for (HttpServer server : List.of(kiosk, other)) {
      server.setExecutor(threads);
      server.start();
    }
  }

  private static HttpServer server() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
  }

  int port() {
    return kiosk.getAddress().getPort();
  }

  String otherAddress() {
    return "http://127.0.0.1:" + other.getAddress().getPort() + "/stolen";
  }

  /** How often anybody came to the other server. */
  int stolen() {
    return stolen.get();
  }

  /** What the page does at the next touch. */
  void attempt(String name) {
    attempt = name;
  }

  /** What the page told since the mark. */
  List<String> since(int mark) {
    return List.copyOf(told.subList(mark, told.size()));
  }

  int mark() {
    return told.size();
  }

  private void page(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        "text/html",
        "<!doctype html><title>kiosk</title><meta charset=utf-8><body data-other="
            + other.getAddress().getPort()
            + "><h1>kiosk</h1><input type=file><a href=/page.js download>x</a>"
            + "<script type=module src=/page.js></script>");
  }

  private static String own(String name) throws IOException {
    try (InputStream in = HostilePage.class.getResourceAsStream("/lockdown/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void script(HttpExchange exchange, String text) throws IOException {
    answer(exchange, "text/javascript", text);
  }

  private void listen(HttpExchange exchange) throws IOException {
    told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, "text/plain", "");
  }

  private static void answer(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    kiosk.stop(0);
    other.stop(0);
    threads.shutdownNow();
  }
}

package egov.kiosk.platform.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import egov.kiosk.platform.books.Handovers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one small page to telephones and takes one photo for each code a kiosk asked for. For
 * development, on loopback: a province puts its own, with TLS, before the world. Photos stay in
 * memory; no request is logged.
 */
public final class UploadDoor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadDoor.class);
  private static final Pattern CODE = Pattern.compile("/u/([0-9a-f]{20})");
  private static final int HANDS = 2;
  private static final Duration STOP = Duration.ofSeconds(3);
  private static final Map<String, String> FILES =
      Map.of("/upload.css", "text/css", "/upload.js", "text/javascript");

  private final HttpServer server;
  private final ExecutorService hands =
      Executors.newFixedThreadPool(
          HANDS,
          task -> {
            Thread made = new Thread(task, "platform-uploads");
            made.setDaemon(true);
            return made;
          });

  private final Handovers handovers;

  private UploadDoor(HttpServer server, Handovers handovers) {
    this.server = server;
    this.handovers = handovers;
  }

  /**
   * Opens on 127.0.0.1, and says to kiosks where it is.
   *
   * @param port 0 for any free one
   */
  public static UploadDoor open(int port, Handovers handovers) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    UploadDoor door =
        new UploadDoor(HttpServer.create(new InetSocketAddress(loopback, port), 0), handovers);
    door.server.createContext("/", door::answer);
    door.server.setExecutor(door.hands);
    door.server.start();
    handovers.address("http://127.0.0.1:" + door.port() + "/u/");
    return door;
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    handovers.address("");
    server.stop(0);
    hands.shutdownNow();
    try {
      if (!hands.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("An upload does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher code = CODE.matcher(path);
      boolean get = exchange.getRequestMethod().equals("GET");
      if (get && FILES.containsKey(path)) {
        send(exchange, 200, FILES.get(path), file(path.substring(1)));
      } else if (get && code.matches() && handovers.waits(code.group(1))) {
        send(exchange, 200, "text/html", file("upload.html"));
      } else if (exchange.getRequestMethod().equals("PUT") && code.matches()) {
        byte[] photo = exchange.getRequestBody().readNBytes(Handovers.LARGEST + 1);
        boolean taken = handovers.bring(code.group(1), photo);
        send(exchange, taken ? 200 : 409, "text/plain", new byte[0]);
      } else {
        byte[] words = "这个页面失效了。请在机器上重新来一次。".getBytes(StandardCharsets.UTF_8);
        send(exchange, 404, "text/plain", words);
      }
    }
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream stream = UploadDoor.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src blob:;"
                + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}

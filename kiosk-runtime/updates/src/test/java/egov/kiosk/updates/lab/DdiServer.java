package egov.kiosk.updates.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Speaks DDI v1 for one kiosk on loopback, and misbehaves when told to. */
public final class DdiServer implements AutoCloseable {
  private static final String BASE = "/DEFAULT/controller/v1/K-1";

  public final List<String> feedback = new CopyOnWriteArrayList<>();
  public final List<String> descriptions = new CopyOnWriteArrayList<>();
  public final List<String> ranges = new CopyOnWriteArrayList<>();
  public volatile Optional<String> action = Optional.empty();
  public volatile Optional<String> cancel = Optional.empty();
  public volatile int feedbackStatus = 200;
  public volatile int pollStatus = 200;
  public volatile Fault fault = Fault.NONE;
  public volatile boolean page;

  /** What happens in the middle of a part, before the line ends. */
  public volatile Runnable whenCut = () -> {};

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path files;

  /** What it does with the parts of a release. */
  public enum Fault {
    NONE,
    /** Ends in the middle of a part, once. */
    CUT,
    /** Sends on and on. */
    ENDLESS,
    /** Sends other bytes of the same length. */
    OTHER_BYTES,
    /** Knows no Range. */
    NO_RANGE
  }

  public DdiServer(Path files) throws IOException {
    this.files = files;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    http.createContext("/", this::handle);
    http.setExecutor(threads);
    http.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  private void handle(HttpExchange call) throws IOException {
    try (call) {
      String path = call.getRequestURI().getPath();
      boolean known =
          "TargetToken secret".equals(call.getRequestHeaders().getFirst("Authorization"));
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (page) {
        answer(call, 200, "<html>please sign in</html>");
      } else if (!known) {
        answer(call, 401, "");
      } else if (path.equals(BASE)) {
        answer(call, pollStatus, poll());
      } else if (path.endsWith("/configData")) {
        descriptions.add(body);
        answer(call, 200, "");
      } else if (path.endsWith("/feedback")) {
        feedback.add((path.contains("cancelAction") ? "CANCEL " : "") + body);
        answer(call, feedbackStatus, "");
      } else if (path.contains("/deploymentBase/")) {
        answer(call, 200, deployment());
      } else {
        file(call, files.resolve(path.substring(path.lastIndexOf('/') + 1)));
      }
    }
  }

  private String poll() {
    String links = "\"configData\":{\"href\":\"" + address() + BASE + "/configData\"}";
    if (cancel.isPresent()) {
      links +=
          ",\"cancelAction\":{\"href\":\"%s%s/cancelAction/%s\"}"
              .formatted(address(), BASE, cancel.get());
    } else if (action.isPresent()) {
      links +=
          ",\"deploymentBase\":{\"href\":\"%s%s/deploymentBase/%s?c=-1\"}"
              .formatted(address(), BASE, action.get());
    }
    return "{\"config\":{\"polling\":{\"sleep\":\"00:05:00\"}},\"_links\":{" + links + "}}";
  }

  private String deployment() throws IOException {
    StringBuilder artifacts = new StringBuilder();
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.sorted().toList()) {
        artifacts
            .append(artifacts.length() == 0 ? "" : ",")
            .append(
                ("{\"filename\":\"%s\",\"hashes\":{\"sha1\":\"0\"},\"size\":1,"
                        + "\"_links\":{\"download-http\":{\"href\":\"%s/files/%s\"}}}")
                    .formatted(file.getFileName(), address(), file.getFileName()));
      }
    }
    return ("{\"id\":\"%s\",\"deployment\":{\"download\":\"forced\",\"update\":\"forced\","
            + "\"chunks\":[{\"part\":\"bApp\",\"version\":\"1\",\"name\":\"app\",\"artifacts\":[%s]}]}}")
        .formatted(action.orElse("0"), artifacts);
  }

  private void file(HttpExchange call, Path file) throws IOException {
    if (!Files.exists(file)) {
      answer(call, 404, "");
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    boolean part = file.toString().endsWith("app.tar");
    String range = call.getRequestHeaders().getFirst("Range");
    int from = 0;
    if (range != null && fault != Fault.NO_RANGE) {
      ranges.add(range);
      from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
      call.getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
    }
    if (part && fault == Fault.OTHER_BYTES) {
      Arrays.fill(bytes, 600, 700, (byte) 'x');
    }
    boolean endless = part && fault == Fault.ENDLESS;
    call.sendResponseHeaders(from > 0 ? 206 : 200, endless ? 0 : bytes.length - from);
    try (OutputStream out = call.getResponseBody()) {
      if (part && fault == Fault.CUT) {
        fault = Fault.NONE;
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        whenCut.run();
        throw new IOException("cut");
      }
      out.write(bytes, from, bytes.length - from);
      while (endless) {
        out.write(bytes);
      }
    }
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      call.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}

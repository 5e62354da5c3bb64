package egov.kiosk.localapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack tests A10, A11 and A12: clients that never finish, hoard streams, or send monsters. */
class SlowClientAttackTest {
  private ServedApi served;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    served = new ServedApi(directory.resolve("run"));
  }

  @AfterEach
  void close() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 400})
  void a11_halfSentRequests_doNotStopOthersAndAreClosed(int count) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        Socket socket = served.connect();
        String half =
            i % 2 == 0
                ? "GET /api/kiosk HTTP/1.1\r\nHo"
                : "POST /api/sessions HTTP/1.1\r\nHost: "
                    + served.host()
                    + "\r\nAuthorization: Bearer "
                    + served.token
                    + "\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{";
        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      long before = System.nanoTime();
      assertEquals(200, ServedApi.status(served.get("/api/kiosk", "")));
      Duration answered = Duration.ofNanos(System.nanoTime() - before);
      assertTrue(answered.toMillis() < 1_000, "an honest client waited " + answered);
      List<Socket> alive = new ArrayList<>(slow);
      Awaitility.await()
          .atMost(Duration.ofSeconds(8))
          .until(
              () -> {
                while (!alive.isEmpty() && isClosed(alive.get(alive.size() - 1))) {
                  alive.remove(alive.size() - 1);
                }
                return alive.isEmpty();
              });
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a11_bodyOfOneByteAtATime_isClosed() throws IOException, InterruptedException {
    AtomicBoolean refused = new AtomicBoolean();
    try (Socket socket = served.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /api/sessions HTTP/1.1\r\nHost: "
                  + served.host()
                  + "\r\nAuthorization: Bearer "
                  + served.token
                  + "\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      Awaitility.await()
          .atMost(Duration.ofSeconds(9))
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                try {
                  out.write(' ');
                  out.flush();
                } catch (IOException e) {
                  refused.set(true);
                }
                return refused.get();
              });
    }
    assertTrue(served.desk.asked().isEmpty());
  }

  @Test
  void a10_fifthEventStream_isRefusedAndTheFirstLivesOn() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < EventStreams.MAX_STREAMS; i++) {
        Socket socket = served.connect();
        socket
            .getOutputStream()
            .write(
                ("GET /api/events HTTP/1.1\r\nHost: "
                        + served.host()
                        + "\r\nAuthorization: Bearer "
                        + served.token
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        open.add(socket);
        readUntil(socket, "event: session");
      }
      assertEquals(503, ServedApi.status(served.get("/api/events", "")));
      served.desk.listeners.get(0).kioskChanged(served.desk.kiosk());
      assertTrue(readUntil(open.get(0), "event: kiosk").contains("测试点"));
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void a12_monstrousJson_isRefused() throws IOException {
    String deep = "{\"itemCode\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    String[] monsters = {
      deep,
      "{\"itemCode\":\"" + "x".repeat(70_000) + "\"}",
      "{\"itemCode\":\"A1\",\"itemCode\":\"A2\"}",
      "{\"itemCode\":1e400}",
      "{\"itemCode\":\"A1\"} {}",
      "[]",
      "",
      "{\"itemCode\":\"A1\",\"admin\":true}"
    };
    for (String monster : monsters) {
      assertEquals(
          400, ServedApi.status(served.post("/api/sessions", "application/json", monster)));
    }
    String huge = "{\"itemCode\":\"" + "x".repeat(1 << 20) + "\"}";
    assertEquals(413, ServedApi.status(served.post("/api/sessions", "application/json", huge)));
    assertTrue(served.desk.asked().isEmpty());
  }

  private static boolean isClosed(Socket socket) throws IOException {
    socket.setSoTimeout(50);
    try {
      byte[] rest = new byte[4096];
      int n;
      do {
        n = socket.getInputStream().read(rest);
      } while (n > 0);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static String readUntil(Socket socket, String text) throws IOException {
    StringBuilder seen = new StringBuilder();
    byte[] buffer = new byte[4096];
    while (seen.indexOf(text) < 0 || !seen.toString().endsWith("\n\n")) {
      int n = socket.getInputStream().read(buffer);
      if (n < 0) {
        throw new IOException("closed before " + text);
      }
      seen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
    }
    return seen.toString();
  }
}

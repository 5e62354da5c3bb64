package egov.kiosk.emulator.network;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 300;

  private EchoServer server;
  private FaultProxy proxy;

  @BeforeEach
  void open() throws IOException {
    server = new EchoServer("127.0.0.1");
    proxy = FaultProxy.before(server.port());
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    server.close();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(proxy.address(), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(bytes(text));
  }

  private static void hears(Socket socket, String text) throws IOException {
    assertArrayEquals(bytes(text), socket.getInputStream().readNBytes(text.length()));
  }

  private static void talks(Socket socket, String text) throws IOException {
    say(socket, text);
    hears(socket, text);
  }

  private static void hearsNothing(Socket socket) throws IOException {
    socket.setSoTimeout(SILENCE_MILLIS);
    assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  @Test
  void mendedLine_connection_carriesBytesAndTheEnd() throws IOException {
    try (Socket socket = connect()) {
      talks(socket, "hello");
      socket.shutdownOutput();
      assertEquals(-1, socket.getInputStream().read());
    }
    await().untilAsserted(() -> assertEquals(0, proxy.connections()));
    assertEquals(5, proxy.carried(Direction.UP));
    assertEquals(5, proxy.carried(Direction.DOWN));
    assertEquals(1, proxy.accepted());
  }

  @Test
  void cutLine_connections_areResetAndRefusedUntilMended() throws IOException {
    try (Socket socket = connect()) {
      talks(socket, "hello");
      proxy.cut();
      assertThrows(SocketException.class, () -> socket.getInputStream().read());
    }
    assertThrows(ConnectException.class, this::connect);
    proxy.mend();
    try (Socket socket = connect()) {
      talks(socket, "again");
    }
  }

  @Test
  void refusingLine_existingConnection_livesOn() throws IOException {
    try (Socket socket = connect()) {
      talks(socket, "hello");
      proxy.refuse();
      assertThrows(ConnectException.class, this::connect);
      talks(socket, "still");
    }
  }

  @Test
  void stalledLine_bytes_arriveAfterMending() throws IOException {
    try (Socket socket = connect()) {
      proxy.stall(Direction.UP, Direction.DOWN);
      say(socket, "late");
      hearsNothing(socket);
      proxy.mend();
      hears(socket, "late");
    }
  }

  @Test
  void lineStalledDown_bytesUp_stillArrive() throws IOException {
    try (Socket socket = connect()) {
      talks(socket, "hello");
      proxy.stall(Direction.DOWN);
      say(socket, "half");
      await().untilAsserted(() -> assertEquals(9, proxy.carried(Direction.UP)));
      hearsNothing(socket);
      assertEquals(5, proxy.carried(Direction.DOWN));
    }
  }

  @Test
  void strandedConnection_mended_staysSilentWhileNewOnesPass() throws IOException {
    try (Socket old = connect()) {
      talks(old, "hello");
      proxy.strand();
      proxy.mend();
      say(old, "lost");
      try (Socket fresh = connect()) {
        talks(fresh, "fresh");
      }
      hearsNothing(old);
    }
  }

  @Test
  void slowLine_bytes_takeTheirTime() throws IOException {
    try (Socket socket = connect()) {
      talks(socket, "hello");
      proxy.slow(2_000);
      long start = System.nanoTime();
      talks(socket, "x".repeat(1_000));
      assertTrue(System.nanoTime() - start > Duration.ofMillis(400).toNanos());
    }
  }

  @Test
  void delayedLine_answer_takesBothWays() throws IOException {
    try (Socket socket = connect()) {
      proxy.delay(Duration.ofMillis(200));
      long start = System.nanoTime();
      talks(socket, "hello");
      assertTrue(System.nanoTime() - start > Duration.ofMillis(350).toNanos());
    }
  }

  @Test
  void captivePortal_anyBytes_areAnsweredWithALogInPage() throws IOException {
    proxy.portal();
    try (Socket socket = connect()) {
      say(socket, "\u0010\u0000");
      String page = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertTrue(page.startsWith("HTTP/1.1 302 Found\r\n"), page);
    }
    proxy.mend();
    try (Socket socket = connect()) {
      talks(socket, "hello");
    }
  }

  @Test
  void reset_connections_breakAndNewOnesPass() throws IOException {
    try (Socket socket = connect()) {
      talks(socket, "hello");
      proxy.reset();
      assertThrows(SocketException.class, () -> socket.getInputStream().read());
    }
    try (Socket socket = connect()) {
      talks(socket, "again");
    }
  }

  @Test
  void absentTarget_connection_isReset() throws IOException {
    server.close();
    assertThrows(SocketException.class, () -> talks(connect(), "hello"));
    await().untilAsserted(() -> assertEquals(0, proxy.connections()));
  }

  @Test
  void ipv6_connection_passes() throws IOException {
    try (EchoServer six = new EchoServer("::1");
        FaultProxy line =
            FaultProxy.open(
                new InetSocketAddress("::1", 0), new InetSocketAddress("::1", six.port()));
        Socket socket = new Socket("::1", line.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      talks(socket, "six");
    }
  }

  @Test
  void manyCutsAndMends_port_staysTheSame() throws IOException {
    int port = proxy.port();
    for (int i = 0; i < 50; i++) {
      try (Socket socket = connect()) {
        talks(socket, "hello");
        proxy.cut();
        proxy.mend();
      }
    }
    assertEquals(port, proxy.port());
    await().untilAsserted(() -> assertEquals(0, proxy.connections()));
  }

  @Test
  void closedProxy_stalledConnection_ends() throws IOException {
    try (Socket socket = connect()) {
      talks(socket, "hello");
      proxy.stall(Direction.UP, Direction.DOWN);
      proxy.close();
      assertThrows(SocketException.class, () -> socket.getInputStream().read());
    }
  }

  @Test
  void impossibleMeasure_fault_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> proxy.slow(0));
    assertThrows(IllegalArgumentException.class, () -> proxy.delay(Duration.ofMillis(-1)));
  }
}

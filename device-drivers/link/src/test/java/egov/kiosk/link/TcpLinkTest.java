package egov.kiosk.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpLinkTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private LinkAddress.Tcp address() {
    return new LinkAddress.Tcp("127.0.0.1", server.getLocalPort());
  }

  @Test
  void readWrite_bytes_crossBothWays() throws Exception {
    try (Link link = TcpLink.open(address(), SOON);
        Socket peer = server.accept()) {
      link.write(new byte[] {1, 2, 3}, SOON);
      assertArrayEquals(new byte[] {1, 2, 3}, peer.getInputStream().readNBytes(3));
      peer.getOutputStream().write(new byte[] {4, 5});
      byte[] buffer = new byte[4];
      int count = link.read(buffer, 1, 3, SOON);
      count += count < 2 ? link.read(buffer, 1 + count, 3 - count, SOON) : 0;
      assertEquals(2, count);
      assertArrayEquals(new byte[] {0, 4, 5, 0}, buffer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void open_bothAddressFamilies_connect(String host) throws Exception {
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName(host));
        Link link = TcpLink.open(new LinkAddress.Tcp(host, other.getLocalPort()), SOON)) {
      link.write(new byte[1], SOON);
    }
  }

  @Test
  void read_nothingComes_isZeroAfterTheTimeout() throws Exception {
    try (Link link = TcpLink.open(address(), SOON);
        Socket peer = server.accept()) {
      long start = System.nanoTime();
      assertEquals(0, link.read(new byte[1], 0, 1, Duration.ofMillis(200)));
      assertTrue(System.nanoTime() - start >= 199_000_000L);
      assertEquals(0, link.read(new byte[1], 0, 1, Duration.ZERO));
      assertTrue(peer.isConnected());
    }
  }

  @Test
  void read_peerHangsUp_isLost() throws Exception {
    try (Link link = TcpLink.open(address(), SOON)) {
      server.accept().close();
      assertEquals(
          LinkFault.LOST,
          assertThrows(LinkException.class, () -> link.read(new byte[1], 0, 1, SOON)).fault());
    }
  }

  @Test
  void write_peerReadsNothing_isStuckAfterTheTimeout() throws Exception {
    try (Link link = TcpLink.open(address(), SOON);
        Socket peer = server.accept()) {
      byte[] much = new byte[64 * 1024 * 1024];
      LinkException e =
          assertThrows(LinkException.class, () -> link.write(much, Duration.ofMillis(300)));
      assertEquals(LinkFault.STUCK, e.fault());
      assertTrue(peer.isConnected());
    }
  }

  @Test
  void open_nobodyListens_isNotThere() throws Exception {
    LinkAddress.Tcp address = address();
    server.close();
    LinkException e = assertThrows(LinkException.class, () -> TcpLink.open(address, SOON));
    assertEquals(LinkFault.NOT_THERE, e.fault());
    assertTrue(e.getMessage().contains(address.toString()));
  }

  @Test
  void open_unknownHost_isNotThere() {
    LinkAddress.Tcp address = new LinkAddress.Tcp("no.such.host.invalid", 9100);
    assertEquals(
        LinkFault.NOT_THERE,
        assertThrows(LinkException.class, () -> TcpLink.open(address, SOON)).fault());
  }

  @Test
  void read_closedMeanwhile_isClosed() throws Exception {
    Link link = TcpLink.open(address(), SOON);
    Thread closer =
        new Thread(
            () -> {
              await().pollDelay(Duration.ofMillis(200)).until(() -> true);
              link.close();
            });
    closer.start();
    assertEquals(
        LinkFault.CLOSED,
        assertThrows(LinkException.class, () -> link.read(new byte[1], 0, 1, Duration.ofMinutes(1)))
            .fault());
    closer.join();
  }

  @Test
  void read_interrupted_endsAndTheConnectionLives() throws Exception {
    try (Link link = TcpLink.open(address(), SOON);
        Socket peer = server.accept()) {
      Thread.currentThread().interrupt();
      assertThrows(
          InterruptedException.class, () -> link.read(new byte[1], 0, 1, Duration.ofMinutes(1)));
      peer.getOutputStream().write(9);
      byte[] one = new byte[1];
      assertEquals(1, link.read(one, 0, 1, SOON));
      assertEquals(9, one[0]);
    }
  }
}

package egov.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.platform.broker.Broker;
import egov.kiosk.platform.broker.Passwords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** THREATS.md E12, E13: the acceptor speaks MQTT 5 and nothing else. */
@Timeout(30)
class ProtocolsTest {
  @TempDir static Path directory;

  private static Broker broker;

  @BeforeAll
  static void start() throws Exception {
    SecureRandom random = new SecureRandom();
    broker = new Broker(directory, 0, new Passwords(directory, random), random);
    broker.start();
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  static Stream<Arguments> handshakes() {
    return Stream.of(
        Arguments.of("CORE ping", hex("000000110a0000000000000000000000000000ea60")),
        Arguments.of("CORE with its name", ascii("ARTEMIS \0\0\0\0\0\0\0\0")),
        Arguments.of("AMQP", hex("414d515000010000")),
        Arguments.of("AMQP SASL", hex("414d515003010000")),
        Arguments.of("STOMP", ascii("CONNECT\naccept-version:1.2\nhost:x\n\n\0")),
        Arguments.of("OpenWire", hex("00000100014163746976654d510000000c0000")),
        Arguments.of("HTTP", ascii("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")),
        Arguments.of(
            "WebSocket",
            ascii(
                "GET /mqtt HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Version: 13\r\n\r\n")),
        Arguments.of("TLS", hex("16030100c8010000c40303")),
        Arguments.of("MQTT 3.1.1", hex("100d00044d51545404000000000161")),
        Arguments.of("MQTT 3.1", hex("100f00064d514973647003000000000161")),
        Arguments.of("endless length", hex("10ffffffffffff00044d51545405")),
        Arguments.of("MQTT PUBLISH first", hex("300a00016161616161616161")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("handshakes")
  void otherProtocol_isClosedWithoutAWord(String name, byte[] handshake) throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(handshake);
      socket.getOutputStream().flush();
      assertEquals(-1, end(socket), name);
    }
  }

  @Test
  void silence_isClosed() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(0x10);
      socket.getOutputStream().flush();
      assertEquals(-1, end(socket));
    }
  }

  @Test
  void otherInterfaces_areClosed() throws Exception {
    for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(card.getInetAddresses())) {
        if (!address.isLoopbackAddress() || address.getAddress().length == 16) {
          assertThrows(
              IOException.class,
              () -> new Socket(address, broker.port()).close(),
              () -> "open on " + address);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory",
        "org.apache.activemq.artemis.core.protocol.openwire.OpenWireProtocolManagerFactory",
        "org.apache.activemq.artemis.core.protocol.stomp.StompProtocolManagerFactory",
        "org.apache.activemq.artemis.core.protocol.hornetq.HornetQProtocolManagerFactory",
        "org.apache.activemq.artemis.component.WebServerComponent",
        "org.jgroups.JChannel",
        "org.apache.activemq.artemis.jdbc.store.drivers.AbstractJDBCDriver"
      })
  void classesOfOtherProtocols_areNotOnTheClassPath(String name) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
  }

  @Test
  void jarsOfOtherProtocols_areNotOnTheClassPath() {
    String classPath = System.getProperty("java.class.path");
    assertTrue(classPath.contains("artemis-mqtt-protocol"));
    for (String other :
        new String[] {"amqp", "openwire", "stomp", "hornetq", "artemis-jms", "artemis-web"}) {
      assertFalse(classPath.contains(other), other);
    }
  }

  @Test
  void secondBroker_onTheSamePort_saysSo(@TempDir Path other) throws Exception {
    SecureRandom random = new SecureRandom();
    try (Broker second = new Broker(other, broker.port(), new Passwords(other, random), random)) {
      IOException refusal = assertThrows(IOException.class, second::start);
      assertTrue(refusal.getMessage().contains("port " + broker.port()), refusal::getMessage);
    }
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", broker.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** What comes: -1 for an end, which a reset is as well. */
  private static int end(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketException e) {
      return -1;
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

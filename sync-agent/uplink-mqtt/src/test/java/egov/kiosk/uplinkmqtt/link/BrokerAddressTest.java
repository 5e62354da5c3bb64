package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://127.0.0.1:1883",
        "tcp://127.9.9.9:1883",
        "tcp://[::1]:1883",
        "tcp://localhost:1883",
        "ssl://broker.example.gov.cn:8883",
        "ssl://[2001:db8::1]:8883",
        "ssl://10.0.0.1:8883"
      })
  void allowedAddress_isReadAndWrittenBack(String uri) {
    assertEquals(uri, BrokerAddress.parse(uri).uri());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://10.0.0.1:1883",
        "tcp://broker.example.gov.cn:1883",
        "tcp://localhost.example.gov.cn:1883",
        "tcp://[2001:db8::1]:1883",
        "tcp://0.0.0.0:1883"
      })
  void plainTcp_toAnotherMachine_isRefusedWithTheWayOut(String uri) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> BrokerAddress.parse(uri));
    assertTrue(refusal.getMessage().contains("ssl://"), refusal::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:1883",
        "http://127.0.0.1:1883",
        "ws://127.0.0.1:1883",
        "tcp://127.0.0.1",
        "tcp://127.0.0.1:0",
        "tcp://127.0.0.1:70000",
        "tcp://user:secret@127.0.0.1:1883",
        "tcp://127.0.0.1:1883/path",
        "tcp://127.0.0.1:1883?x=1",
        "tcp://127.0.0.1:1883#x",
        "tcp://::1:1883",
        "tcp:// :1"
      })
  void anythingElse_isRefused(String uri) {
    assertThrows(IllegalArgumentException.class, () -> BrokerAddress.parse(uri));
  }

  @Test
  void nameThatResolvesElsewhere_isNotConnectedTo() throws Exception {
    // What a name service answers when localhost was tampered with.
    InetAddress elsewhere = InetAddress.getByAddress("localhost", new byte[] {(byte) 192, 0, 2, 1});
    try (Socket socket = new PlainSocketFactory(1024).createSocket()) {
      assertThrows(
          IOException.class, () -> socket.connect(new InetSocketAddress(elsewhere, 1883), 1000));
    }
  }
}

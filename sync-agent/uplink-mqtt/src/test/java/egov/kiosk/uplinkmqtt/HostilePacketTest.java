package egov.kiosk.uplinkmqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** THREATS.md E07: bytes no broker would send. */
@Timeout(30)
@Isolated
class HostilePacketTest {
  private final ScriptedBroker broker = new ScriptedBroker();
  private final Told told = new Told();
  private MqttUplink uplink;

  @AfterEach
  void stop() {
    if (uplink != null) {
      uplink.stop(Duration.ofSeconds(4));
    }
    broker.close();
  }

  @Test
  void packetClaimingAQuarterGigabyte_endsTheConnectionBeforeMemoryIsTaken() {
    start();
    long before = used();
    for (int i = 1; i <= 5; i++) {
      int connection = i;
      await().until(() -> told.connections() == connection);
      broker.sendRaw(new byte[] {0x30, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, 0, 1, 'x'});
      await().until(() -> told.connections() == connection + 1);
    }
    assertTrue(used() - before < 64L * 1024 * 1024);
  }

  @Test
  void malformedLength_endsTheConnectionOnly() {
    start();
    broker.sendRaw(new byte[] {0x30, -1, -1, -1, -1, 1});
    await().until(() -> told.connections() == 2);
  }

  static Stream<Arguments> e07_packets() {
    byte[] topic = {0, 1, 'x'};
    return Stream.of(
        Arguments.of("ten thousand user properties", publish(topic, userProperties(10_000))),
        Arguments.of("user properties longer than said", publish(topic, new byte[] {0x7F, 0x26})),
        Arguments.of("topic alias 0", publish(new byte[2], new byte[] {3, 0x23, 0, 0})),
        Arguments.of("topic alias nobody gave", publish(new byte[2], new byte[] {3, 0x23, -1, -1})),
        Arguments.of("no topic", publish(new byte[2], new byte[] {0})),
        Arguments.of("no UTF-8", publish(new byte[] {0, 2, (byte) 0xC0, (byte) 0x80}, new byte[1])),
        Arguments.of("topic longer than the packet", new byte[] {0x30, 3, 0x7F, 0x7F, 'x'}),
        Arguments.of("unknown property", publish(topic, new byte[] {2, 0x7E, 0})),
        Arguments.of("quality of service 3", new byte[] {0x36, 4, 0, 1, 'x', 0}),
        Arguments.of("UNSUBACK unasked", new byte[] {(byte) 0xB0, 4, 0, 9, 0, 0}),
        Arguments.of("SUBACK unasked", new byte[] {(byte) 0x90, 4, 0, 9, 0, 0}),
        Arguments.of("PUBACK of nothing (E09)", new byte[] {0x40, 2, 0x7F, 0x7F}),
        Arguments.of("PUBREL of nothing", new byte[] {0x62, 2, 0x7F, 0x7F}),
        Arguments.of("CONNACK again", new byte[] {0x20, 3, 0, 0, 0}),
        Arguments.of("CONNECT", new byte[] {0x10, 0}),
        Arguments.of("reserved type", new byte[] {0, 0}));
  }

  /** It ends that connection at most: the next message gets through, and nothing is a receipt. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("e07_packets")
  void e07_hostilePacket_nextMessageGetsThrough(String what, byte[] packet) {
    start();
    long before = used();
    broker.sendRaw(packet);
    await()
        .ignoreExceptions()
        .until(
            () ->
                Uplinks.send(uplink, Uplinks.message(40)).get(5, TimeUnit.SECONDS).result()
                    == SendOutcome.Result.ACKNOWLEDGED);
    assertEquals(List.of(), told.receipts());
    assertTrue(used() - before < 64L * 1024 * 1024, what);
  }

  private static byte[] publish(byte[] topic, byte[] properties) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(0x30);
    int rest = topic.length + properties.length;
    do {
      packet.write(rest > 0x7F ? rest & 0x7F | 0x80 : rest);
      rest >>>= 7;
    } while (rest > 0);
    packet.writeBytes(topic);
    packet.writeBytes(properties);
    return packet.toByteArray();
  }

  private static byte[] userProperties(int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int length = 5 * count;
    all.writeBytes(new byte[] {(byte) (length & 0x7F | 0x80), (byte) (length >> 7 & 0x7F | 0x80)});
    all.write(length >> 14);
    for (int i = 0; i < count; i++) {
      all.writeBytes(new byte[] {0x26, 0, 0, 0, 0});
    }
    return all.toByteArray();
  }

  private void start() {
    uplink = Uplinks.connected(settings(), told);
  }

  private UplinkSettings settings() {
    return Uplinks.settings(broker.port());
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

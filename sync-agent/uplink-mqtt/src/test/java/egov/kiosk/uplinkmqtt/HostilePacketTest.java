package egov.kiosk.uplinkmqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.uplinkmqtt.Uplinks.Told;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

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

package egov.kiosk.uplinkmqtt;

import static egov.kiosk.uplinkmqtt.Uplinks.KIOSK;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A password that was set anew is proved by a connection that was made with it. */
@Timeout(30)
class RenewTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private final ScriptedBroker broker = new ScriptedBroker();
  private final Told told = new Told();
  private Path file;
  private MqttUplink uplink;

  @BeforeEach
  void connected() throws Exception {
    file = directory.resolve("broker.password");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "first\n");
    uplink = Uplinks.connected(Uplinks.settings(broker.port()).withPasswordFile(file), told);
    assertEquals("", uplink.trouble());
  }

  @AfterEach
  void stop() {
    uplink.stop(Duration.ofSeconds(4));
    broker.close();
  }

  private BrokerAddress here() {
    return BrokerAddress.parse("tcp://127.0.0.1:" + broker.port());
  }

  @Test
  void anotherPassword_isSentToTheBroker_beforeAnythingIsSaidToBeWell() throws Exception {
    Files.writeString(file, "second\n");
    uplink.renew(here(), PATIENCE);
    assertEquals("", uplink.trouble());
    assertEquals(2, broker.connects().size());
    assertArrayEquals(
        "second".getBytes(StandardCharsets.US_ASCII),
        broker.connects().get(1).payload().passwordInBytes());
  }

  @Test
  void wrongPassword_isSaid_whileTheOldConnectionWasUp() throws Exception {
    broker.connectAnswer(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD);
    Files.writeString(file, "wrong\n");
    uplink.renew(here(), PATIENCE);
    assertTrue(uplink.trouble().contains("refuses the login"), uplink::trouble);
    broker.connectAnswer(MqttConnectReturnCode.CONNECTION_ACCEPTED);
    await().until(() -> uplink.trouble().isEmpty());
  }

  @Test
  void brokerThatDoesNotAnswer_isNotTakenForWell() {
    broker.answerConnect(false);
    uplink.renew(here(), Duration.ofMillis(300));
    assertEquals("connecting", uplink.trouble());
  }

  @Test
  void fleetsFirstPause_isNotWaitedFor() {
    MqttUplink slow =
        new MqttUplink(
            KIOSK + "-2",
            Uplinks.settings(broker.port())
                .withTiming(Timing.FLEET.withFirstWithin(Duration.ofMinutes(10))));
    slow.start(new Told());
    try {
      slow.renew(here(), PATIENCE);
      assertEquals("", slow.trouble());
    } finally {
      slow.stop(Duration.ofSeconds(4));
    }
  }
}

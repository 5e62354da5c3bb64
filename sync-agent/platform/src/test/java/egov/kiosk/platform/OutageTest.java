package egov.kiosk.platform;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The line goes, the broker restarts, another client takes the session: nothing is lost. */
@Timeout(30)
class OutageTest {
  @TempDir Path directory;

  private Lab lab;
  private Platform platform;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.at(directory);
    platform = lab.platform();
  }

  @AfterEach
  void stop() throws Exception {
    platform.close();
  }

  @Test
  void broker_restartedWhileSending_everythingArrivesOnceInEffect() throws Exception {
    int messages = 40;
    try (Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      await().until(() -> courier.connections() == 1);
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < messages; i++) {
        SignedEnvelope envelope = lab.transaction(Lab.A);
        ids.add(envelope.id().value());
        courier.offer(envelope);
        if (i == messages / 2) {
          platform.stopBroker();
          await().until(() -> !courier.trouble().isEmpty());
        }
      }
      assertTrue(courier.pending() >= messages / 2 - 1);
      platform.startBroker();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                courier.again();
                return courier.pending() == 0;
              });
      assertEquals(messages, platform.statistics().accepted());
      ids.forEach(id -> assertEquals(1, courier.settlements().get(id)));
    }
  }

  @Test
  void broker_restarted_isReachedAgainWithinTwoSeconds() throws Exception {
    UplinkSettings fleet = lab.settings(Lab.A, platform.port()).withBackOff(BackOff.Limits.FLEET);
    try (Courier courier = courier(fleet)) {
      await().until(() -> courier.connections() == 1);
      platform.stopBroker();
      await().until(() -> !courier.trouble().isEmpty());
      platform.startBroker();
      // Two seconds on an idle machine; the rest is for a busy one.
      await().atMost(Duration.ofSeconds(6)).until(() -> courier.connections() == 2);
    }
  }

  @Test
  void broker_absentAtStart_isFoundWhenItComes() throws Exception {
    platform.stopBroker();
    try (Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      await().until(() -> courier.trouble().equals("nothing listens there"));
      courier.offer(lab.transaction(Lab.A));
      assertEquals(List.of(SendOutcome.failed()), courier.outcomes());
      platform.startBroker();
      await().until(() -> courier.pending() == 0);
    }
  }

  @Test
  void platform_restarted_remembersWhatItAccepted() throws Exception {
    SignedEnvelope envelope = lab.transaction(Lab.A);
    String number;
    try (Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      courier.offer(envelope);
      await().until(() -> courier.pending() == 0);
      number = courier.receipts().get(0).acceptanceNumber().orElseThrow();
    }
    platform.close();
    platform = lab.platform();
    try (Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      await().until(() -> courier.connections() == 1);
      courier.offer(envelope);
      await().until(() -> courier.pending() == 0);
      assertEquals(number, courier.receipts().get(0).acceptanceNumber().orElseThrow());
      assertEquals(1, platform.statistics().accepted());
      courier.offer(lab.transaction(Lab.A));
      await().until(() -> courier.pending() == 0);
      assertTrue(courier.receipts().get(1).acceptanceNumber().orElseThrow().compareTo(number) > 0);
    }
  }

  @Test
  void receiptWhileAway_waitsAtTheBroker() throws Exception {
    SignedEnvelope envelope = lab.transaction(Lab.A);
    try (Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      await().until(() -> courier.connections() == 1);
    }
    // Sent by another connection of the same kiosk that does not listen; its session is the same.
    try (MqttLink mute = MqttLink.open(lab.link(Lab.A, platform.port()), new Ear(false))) {
      await().until(mute::connected);
      mute.publish(Publication.of("egov/1/" + Lab.A + "/up/tx/item", envelope.bytes()))
          .toCompletableFuture()
          .get();
      await().until(() -> platform.statistics().accepted() == 1);
    }
    try (Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      await().until(() -> !courier.receipts().isEmpty());
      assertEquals(envelope.id(), courier.receipts().get(0).messageId());
    }
  }

  @Test
  void session_takenOverByAnother_backsOffSaysSoOnceAndLosesNothing() throws Exception {
    try (Logged logged = Logged.of(MqttLink.class.getName());
        Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      await().until(() -> courier.connections() == 1);
      SignedEnvelope envelope = lab.transaction(Lab.A);
      try (Courier thief = courier(lab.settings(Lab.A, platform.port()))) {
        await()
            .atMost(Duration.ofSeconds(15))
            .until(() -> courier.connections() >= 3 && thief.connections() >= 2);
        courier.offer(envelope);
      }
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () -> {
                courier.again();
                return courier.pending() == 0;
              });
      assertEquals(1, platform.statistics().accepted());
      List<ILoggingEvent> alarms = logged.at(Level.ERROR);
      // One line for each of the two that fight, however often they do.
      assertTrue(alarms.size() <= 2 && !alarms.isEmpty(), "lines: " + alarms.size());
    }
  }

  @Test
  void oversizeMessage_isNotSent() throws Exception {
    TransactionId id = TransactionId.create(Instant.now());
    SignedEnvelope oversize =
        new SignedEnvelope(
            id,
            MessageKind.ITEM,
            "QUERY-1",
            new byte[MqttUplink.LARGEST_MESSAGE + 1],
            new byte[32]);
    try (Courier courier = courier(lab.settings(Lab.A, platform.port()))) {
      await().until(() -> courier.connections() == 1);
      courier.offer(oversize);
      await().until(() -> courier.outcomes().size() == 1);
      assertEquals(SendOutcome.failed(), courier.outcomes().get(0));
      courier.send(lab.transaction(Lab.A));
      await().until(() -> courier.receipts().size() == 1);
      assertEquals(1, platform.statistics().received(), "the connection was not disturbed");
      assertEquals(1, courier.connections());
    }
  }

  private Courier courier(UplinkSettings settings) throws Exception {
    return new Courier(new MqttUplink(Lab.A, settings), lab.verifier(Lab.A));
  }
}

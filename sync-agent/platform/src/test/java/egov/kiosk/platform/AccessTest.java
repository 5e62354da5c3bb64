package egov.kiosk.platform;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.platform.broker.Audit;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Credentials;
import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkException;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.ReasonCode;
import egov.kiosk.uplinkmqtt.link.Will;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** THREATS.md E01, E02: device B cannot act as A, nor listen to anybody else. */
@Timeout(30)
class AccessTest {
  private static final byte[] BYTES = "x".getBytes(StandardCharsets.US_ASCII);

  /** One try, then a pause longer than any test. */
  private static final BackOff.Limits ONCE =
      new BackOff.Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), 1, Duration.ofSeconds(60));

  @TempDir Path directory;

  private Lab lab;
  private Platform platform;
  private Logged audit;

  @BeforeEach
  void start() throws Exception {
    lab = Lab.at(directory);
    platform = lab.platform();
    audit = Logged.of(Audit.LOGGER);
  }

  @AfterEach
  void stop() throws Exception {
    audit.close();
    platform.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "egov/1/zj-hz-000001/up/tx/item",
        "egov/1/zj-hz-000001/down/rcpt",
        "egov/1/zj-hz-000002/down/rcpt",
        "egov/1/zj-hz-000002/desired/cfg",
        "egov/1/zj-hz-000002",
        "egov/1/g/city/notice",
        "zj-hz-000002.egov/1/zj-hz-000001/down/rcpt",
        "$SYS/x",
        "activemq.management",
        "x"
      })
  void foreignTopic_publishedTo_isRefusedAndAuditedOnce(String topic) throws Exception {
    Ear ear = new Ear(true);
    try (MqttLink b = MqttLink.open(lab.link(Lab.B, platform.port()), ear)) {
      await().until(b::connected);
      assertEquals(
          ReasonCode.NOT_AUTHORIZED,
          b.publish(Publication.of(topic, BYTES)).toCompletableFuture().get(5, TimeUnit.SECONDS));
      assertEquals(1, lines().size(), lines()::toString);
      assertTrue(lines().get(0).contains("kiosk=" + Lab.B), lines()::toString);
      assertFalse(lines().get(0).contains(topic), "no text of the refused one");
    }
    assertEquals(0, platform.statistics().received());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+",
        "egov/#",
        "egov/1/+/down/rcpt",
        "egov/1/+/up/tx/#",
        "egov/1/zj-hz-000001/down/#",
        "egov/1/zj-hz-000001/up/tx/item",
        "egov/1/zj-hz-000002/up/tx/item",
        "egov/1/zj-hz-000002/#",
        "$SYS/#",
        "$sys.mqtt.sessions",
        "$share/x/#",
        "$share/zj-hz-000001/egov/1/zj-hz-000001/down/rcpt",
        "$share/tx/egov/1/+/up/tx/#",
        "egov/1/zj-hz-000002/down/x::zj-hz-000001.egov/1/zj-hz-000001/down/rcpt"
      })
  void foreignFilter_subscribedTo_isRefusedAndAuditedOnce(String filter) throws Exception {
    Ear ear = new Ear(true);
    LinkOptions options = lab.link(Lab.B, platform.port()).subscribing(filter).pausing(ONCE);
    try (MqttLink b = MqttLink.open(options, ear)) {
      await().until(() -> !ear.troubles().isEmpty());
      // What the broker must not even look at ends the connection, perhaps before the client has
      // read its SUBACK.
      String trouble = ear.troubles().get(0);
      boolean ended = filter.startsWith("$") || filter.contains("::");
      assertTrue(trouble.contains("0x87") || ended && trouble.equals("connection lost"), trouble);
      assertEquals(0, ear.connections());
      assertEquals(1, lines().size(), lines()::toString);
      assertFalse(b.connected());
    }
    // The receiver's own subscription is none the worse for it.
    SignedEnvelope envelope = lab.transaction(Lab.A);
    try (Courier courier =
        new Courier(
            new MqttUplink(Lab.A, lab.settings(Lab.A, platform.port())), lab.verifier(Lab.A))) {
      courier.offer(envelope);
      await().until(() -> courier.pending() == 0);
    }
    assertEquals(List.of(), ear.messages());
  }

  @Test
  void ownTopics_areGranted() throws Exception {
    Ear ear = new Ear(true);
    LinkOptions options =
        lab.link(Lab.B, platform.port())
            .subscribing("egov/1/" + Lab.B + "/down/#", "egov/1/" + Lab.B + "/desired/#");
    try (MqttLink b = MqttLink.open(options, ear)) {
      await().until(b::connected);
      for (String topic : List.of("/up/evt", "/up/tx/item", "/state/shadow")) {
        assertEquals(
            ReasonCode.SUCCESS,
            b.publish(Publication.of("egov/1/" + Lab.B + topic, BYTES))
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS));
      }
      assertEquals(List.of(), lines());
    }
  }

  @Test
  void keptMessage_outsideState_endsTheConnection() throws Exception {
    Ear ear = new Ear(true);
    try (MqttLink b = MqttLink.open(lab.link(Lab.B, platform.port()).pausing(ONCE), ear)) {
      await().until(b::connected);
      var sent =
          b.publish(Publication.retained("egov/1/" + Lab.B + "/up/evt", BYTES))
              .toCompletableFuture();
      ExecutionException lost =
          assertThrows(ExecutionException.class, () -> sent.get(5, TimeUnit.SECONDS));
      assertEquals(LinkException.Reason.LOST, ((LinkException) lost.getCause()).reason());
      assertEquals(1, lines().size());
    }
  }

  @Test
  void will_onAForeignTopic_isRefused() {
    Publication foreign = Publication.retained("egov/1/" + Lab.A + "/state/link", BYTES);
    refused(lab.link(Lab.B, platform.port()).announcing(foreign, new Will(foreign, Duration.ZERO)));
  }

  @Test
  void login_wrongPassword_isRefused() {
    refused(LinkOptions.of(address(), Lab.B).with(login(Lab.B, "wrong")));
  }

  @Test
  void login_withoutCredentials_isRefused() {
    refused(LinkOptions.of(address(), Lab.B));
  }

  @Test
  void login_asUnknownKiosk_isRefused() {
    refused(LinkOptions.of(address(), "zj-hz-000009").with(login("zj-hz-000009", "x")));
  }

  @Test
  void login_pathAsName_isRefused() {
    refused(LinkOptions.of(address(), "../kiosk").with(login("../kiosk/" + Lab.B, "x")));
  }

  @Test
  void login_withAnothersClientId_isRefused() throws Exception {
    // B is let in first: a broker that remembers logins must not remember it for another id.
    try (MqttLink b = MqttLink.open(lab.link(Lab.B, platform.port()), new Ear(true))) {
      await().until(b::connected);
    }
    try (Courier a =
        new Courier(
            new MqttUplink(Lab.A, lab.settings(Lab.A, platform.port())), lab.verifier(Lab.A))) {
      await().until(() -> a.connections() == 1);
      refused(LinkOptions.of(address(), Lab.A).with(lab.link(Lab.B, 1).credentials().get()));
      assertEquals(1, a.connections(), "the other's session was not taken");
      assertEquals("", a.trouble());
    }
  }

  @Test
  void login_asTheBrokersBuiltInAdministrator_isRefused() {
    String user = "ACTIVEMQ.CLUSTER.ADMIN.USER";
    refused(LinkOptions.of(address(), user).with(login(user, "CHANGE ME!!")));
  }

  @Test
  void login_asThePlatform_isRefused() {
    refused(LinkOptions.of(address(), "platform").with(login("platform", "platform")));
  }

  @Test
  void receiptsUnread_pileUpAtTheBrokerNotHere() throws Exception {
    SignedEnvelope envelope = lab.transaction(Lab.A);
    Ear slow = new Ear(false);
    LinkOptions options =
        lab.link(Lab.A, platform.port()).subscribing("egov/1/" + Lab.A + "/down/rcpt");
    try (MqttLink link = MqttLink.open(options, slow)) {
      await().until(link::connected);
      for (int i = 1; i <= 30; i++) {
        link.publish(Publication.of("egov/1/" + Lab.A + "/up/tx/item", envelope.bytes()))
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS);
        // One answer a document: those that come close together would share one.
        int documents = i;
        await().until(() -> platform.statistics().documents() == documents);
      }
      await().during(Duration.ofMillis(500)).until(() -> slow.messages().size() == 10);
      slow.messages().forEach(InboundMessage::acknowledge);
      await().until(() -> slow.messages().size() == 20);
    }
  }

  private void refused(LinkOptions options) {
    Ear ear = new Ear(true);
    int before = lines().size();
    try (MqttLink link = MqttLink.open(options.pausing(ONCE), ear)) {
      await().until(() -> !ear.troubles().isEmpty());
      assertEquals(0, ear.connections());
      assertFalse(link.connected());
    }
    assertEquals(before + 1, lines().size(), lines()::toString);
  }

  private BrokerAddress address() {
    return BrokerAddress.parse("tcp://127.0.0.1:" + platform.port());
  }

  private static Credentials login(String user, String password) {
    return new Credentials(user, password.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> lines() {
    return audit.lines().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}

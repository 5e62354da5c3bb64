package egov.kiosk.uplinkmqtt.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.Credentials;
import egov.kiosk.uplinkmqtt.link.LinkException;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.PasswordFile;
import egov.kiosk.uplinkmqtt.link.Protocol;
import egov.kiosk.uplinkmqtt.link.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** THREATS.md E01, E02: who is let in, and to what. */
public abstract class AccessConformance extends ConformanceBench {
  @Test
  void login_wrongPassword_isRefusedWithTheRemedy() {
    Ear ear = new Ear(true);
    open(
        options(kiosk())
            .with(new Credentials(kiosk(), "wrong".getBytes(StandardCharsets.US_ASCII))),
        ear);
    patiently().until(() -> !ear.troubles().isEmpty());
    assertTrue(ear.troubles().get(0).contains("password file"), ear.troubles()::toString);
    assertEquals(0, ear.connections());
  }

  @Test
  void login_withoutCredentials_isRefused() {
    Ear ear = new Ear(true);
    LinkOptions named = options(kiosk());
    open(
        LinkOptions.of(named.broker(), kiosk()).agreeing(named.session()).pausing(named.backOff()),
        ear);
    patiently().until(() -> !ear.troubles().isEmpty());
    assertEquals(0, ear.connections());
  }

  @Test
  void login_withAnothersClientId_doesNotTakeItsSession() {
    Told told = new Told();
    uplink(told);
    Ear thief = new Ear(true);
    open(options(kiosk()).with(new PasswordFile(other(), broker().passwordFile(other()))), thief);
    patiently().until(() -> thief.connections() > 0 || !thief.troubles().isEmpty());
    assertEquals(List.of(), told.reasons());
  }

  @ParameterizedTest
  @ValueSource(strings = {"up/tx/item", "down/rcpt", "state/link"})
  void foreignTopic_publishedTo_reachesNobody(String end) throws Exception {
    Ear victim = new Ear(true);
    link(options(other()).subscribing(topic(other(), "down/rcpt")), victim);
    MqttLink link = link(options(kiosk()), new Ear(true));
    try {
      ReasonCode code =
          link.publish(word(topic(other(), end), "forged"))
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      // MQTT 3.1.1 has no word for it: acknowledged and thrown away. Nothing is settled by that.
      assertEquals(
          protocol() == Protocol.V5 ? ReasonCode.NOT_AUTHORIZED : ReasonCode.SUCCESS, code);
    } catch (ExecutionException e) {
      // The only refusal there is in MQTT 3.1.1, and some brokers use it.
      assertEquals(Protocol.V3_1_1, protocol());
      assertEquals(LinkException.Reason.LOST, ((LinkException) e.getCause()).reason());
    }
    tell(word(topic(other(), "down/rcpt"), "true"));
    patiently().until(() -> victim.heard(topic(other(), "down/rcpt")).contains("true"));
    assertEquals(1, victim.count());
    assertEquals(List.of(), platform().heard(topic(other(), end)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "+/+/+/down/#", "egov/1/+/down/rcpt", "egov/1/+/up/tx/#"})
  void foreignFilter_subscribedTo_givesNothing(String filter) throws Exception {
    Ear spy = new Ear(true);
    open(options(other()).subscribing(filter), spy);
    patiently().until(() -> spy.connections() > 0 || !spy.troubles().isEmpty());
    Told told = new Told();
    var uplink = uplink(told);
    assertNotEquals(null, send(uplink, "secret"));
    tell(word(topic(kiosk(), "down/rcpt"), "receipt"));
    patiently().until(() -> told.receipts().size() == 1);
    patiently().until(() -> platform().heard(topic(kiosk(), "up/tx/item")).contains("secret"));
    patiently().during(Duration.ofMillis(200)).until(() -> spy.count() == 0);
  }
}

package egov.kiosk.uplinkmqtt.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.Profile;
import egov.kiosk.uplinkmqtt.Uplinks.Told;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the broker keeps of a kiosk that comes and goes. */
public abstract class SessionConformance extends AccessConformance {
  @Test
  void sentDownWhileAway_arrivesOnReturn() throws Exception {
    Told told = new Told();
    MqttUplink uplink = uplink(told);
    uplink.stop(Duration.ofSeconds(4));
    tell(word(topic(kiosk(), "down/rcpt"), "meanwhile"));
    uplink.start(told);
    patiently().until(() -> told.receipts().size() == 1);
    assertArrayEquals("meanwhile".getBytes(StandardCharsets.UTF_8), told.receipts().get(0));
  }

  @Test
  void sentDownAndNotAcknowledged_comesAgainOnTheNextConnection() throws Exception {
    Ear forgetful = new Ear(false);
    MqttLink link = link(options(kiosk()).subscribing(topic(kiosk(), "down/rcpt")), forgetful);
    tell(word(topic(kiosk(), "down/rcpt"), "twice"));
    patiently().until(() -> forgetful.count() == 1);
    line().reset();
    patiently().until(() -> forgetful.connections() == 2 && forgetful.count() == 2);
    assertEquals(List.of("twice", "twice"), forgetful.heard(topic(kiosk(), "down/rcpt")));
    assertTrue(link.connected());
  }

  @Test
  void linkRecord_saysOnAndOff_whereTheBrokerCan() throws Exception {
    String topic = topic(kiosk(), "state/link");
    Told told = new Told();
    MqttUplink uplink = uplink(told);
    if (profile() == Profile.B) {
      uplink.stop(Duration.ofSeconds(4));
      assertEquals(SendOutcome.failed(), send(uplink, "x"));
      patiently().during(Duration.ofMillis(300)).until(() -> platform().heard(topic).isEmpty());
      return;
    }
    patiently().until(() -> platform().heard(topic).equals(List.of("{\"on\":true}")));
    line().cut();
    patiently().until(() -> platform().heard(topic).size() == 2);
    line().mend();
    patiently().until(() -> platform().heard(topic).size() == 3);
    uplink.stop(Duration.ofSeconds(4));
    patiently().until(() -> platform().heard(topic).size() == 4);
    assertEquals(
        List.of("{\"on\":true}", "{\"on\":false}", "{\"on\":true}", "{\"on\":false}"),
        platform().heard(topic));
  }

  @Test
  void desiredState_isHeardOnArrival() throws Exception {
    String topic = topic(kiosk(), "desired/cfg");
    Orders orders = new Orders();
    Told told = new Told();
    if (profile() == Profile.A) {
      tell(Publication.retained(topic, "kept".getBytes(StandardCharsets.UTF_8)));
    }
    MqttUplink uplink = uplink(told);
    uplink.add(orders);
    if (profile() == Profile.B) {
      String events = topic(kiosk(), "up/evt");
      patiently().until(() -> platform().heard(events).equals(List.of(REQUEST)));
      tell(word(topic, "kept"));
      patiently().until(() -> !orders.heard().isEmpty());
      line().reset();
      patiently().until(() -> platform().heard(events).equals(List.of(REQUEST, REQUEST)));
    }
    patiently().until(() -> !orders.heard().isEmpty());
    assertEquals("CONFIGURATION kept", orders.heard().get(0));
  }

  private static final String REQUEST = "{\"kind\":\"desired-request\"}";

  @Test
  void secondClientWithOurId_pushesUsOut_andWeComeBackWhenItIsGone() {
    Told told = new Told();
    uplink(told);
    Ear thief = new Ear(true);
    MqttLink second = open(options(kiosk()), thief);
    // Some brokers say so, of others it is guessed.
    patiently()
        .until(
            () ->
                told.reasons().stream()
                    .anyMatch(reason -> reason.contains("another client has this id")));
    second.close();
    int before = told.connections();
    int losses = told.reasons().size();
    patiently().until(() -> told.connections() > before || told.reasons().size() == losses);
    patiently().during(Duration.ofMillis(500)).until(() -> connected(told));
  }

  private static boolean connected(Told told) {
    return told.connections() > told.reasons().size();
  }

  @Test
  void brokerRestart_isSurvivedWithWhatItKept() throws Exception {
    Told away = new Told();
    MqttUplink sleeping = uplink(settings(other()), other(), away);
    sleeping.stop(Duration.ofSeconds(4));
    Told told = new Told();
    MqttUplink uplink = uplink(told);
    tell(word(topic(other(), "down/rcpt"), "kept"));
    int before = platform().connections();
    broker().restart();
    patiently().until(() -> told.connections() == 2);
    patiently().until(() -> platform().connections() == before + 1);
    assertEquals(SendOutcome.acknowledged(), send(uplink, "after"));
    patiently().until(() -> platform().heard(topic(kiosk(), "up/tx/item")).contains("after"));
    sleeping.start(away);
    patiently().until(() -> away.receipts().size() == 1);
  }
}

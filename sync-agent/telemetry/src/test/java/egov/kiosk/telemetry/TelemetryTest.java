package egov.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private final Kiosk kiosk = new Kiosk();

  private void online() {
    kiosk.telemetry.connectivityChanged(true);
  }

  private String last(UpChannel channel) {
    List<Kiosk.Sent> sent = kiosk.sent(channel);
    return sent.get(sent.size() - 1).text();
  }

  private void settled(TransactionId id, boolean accepted) {
    kiosk.telemetry.settled(
        new PlatformReceipt(
            "lab-000001",
            id,
            "0".repeat(64),
            accepted ? PlatformReceipt.Outcome.ACCEPTED : PlatformReceipt.Outcome.REJECTED,
            Optional.empty(),
            accepted ? Optional.empty() : Optional.of("FORM_INVALID"),
            kiosk.now()));
  }

  @AfterEach
  void everythingSent_isWhatTheContractSays() {
    new Contract().check(kiosk.sent);
  }

  @Test
  void offline_nothingSent() {
    kiosk.heartbeatWanted = true;
    kiosk.pass(1000);
    assertTrue(kiosk.sent.isEmpty());
  }

  @Test
  void heartbeat_onlyWhereWanted_everyMinute() {
    online();
    kiosk.pass(300);
    assertTrue(kiosk.sent(UpChannel.EVENT).isEmpty());
    kiosk.heartbeatWanted = true;
    kiosk.pass(600);
    int beats = kiosk.sent(UpChannel.EVENT).size();
    assertTrue(beats >= 9 && beats <= 11, beats + " heartbeats in ten minutes");
    assertEquals("{\"kind\":\"heartbeat\"}", last(UpChannel.EVENT));
  }

  @Test
  void digest_everyFiveMinutes_fourTimesRarerOnAMeteredLine() {
    online();
    kiosk.pass(3000);
    int digests = kiosk.sent(UpChannel.METRICS).size();
    assertTrue(digests >= 9 && digests <= 10, digests + " digests");
    kiosk.metered = true;
    kiosk.pass(300);
    int before = kiosk.sent(UpChannel.METRICS).size();
    kiosk.pass(2400);
    assertEquals(before + 2, kiosk.sent(UpChannel.METRICS).size());
  }

  @Test
  void digest_countsByItemAndResult() {
    online();
    TransactionId first = kiosk.outbox.add(MessageKind.ITEM, "suggestion");
    kiosk.outbox.add(MessageKind.RATING, "suggestion");
    kiosk.telemetry.appended(1);
    kiosk.telemetry.appended(2);
    kiosk.pass(10);
    settled(first, true);
    settled(TransactionId.create(Kiosk.START), false);
    kiosk.pass(600);
    String digest = last(UpChannel.METRICS);
    for (String part :
        List.of(
            "\"kiosk_tx_total{item=\\\"suggestion\\\",result=\\\"queued\\\"}\":1",
            "\"kiosk_tx_total{item=\\\"rating\\\",result=\\\"queued\\\"}\":1",
            "\"kiosk_tx_total{item=\\\"suggestion\\\",result=\\\"accepted\\\"}\":1",
            "\"kiosk_tx_total{item=\\\"other\\\",result=\\\"rejected\\\"}\":1",
            "\"kiosk_receipt_latency_seconds_sum\":10",
            "\"kiosk_queue_pending_records\":2")) {
      assertTrue(digest.contains(part), part + " in " + digest);
    }
  }

  @Test
  void digest_manyItemsAndDevices_neverLargerThanAKibibyte() {
    online();
    for (int i = 0; i < 200; i++) {
      kiosk.outbox.add(MessageKind.ITEM, "item-with-a-rather-long-code-" + i % 90);
      kiosk.telemetry.appended(i + 1);
    }
    for (int i = 0; i < 20; i++) {
      kiosk.devices.put("device-" + "x".repeat(50) + i, DeviceState.ONLINE);
    }
    kiosk.pass(700);
    for (Kiosk.Sent digest : kiosk.sent(UpChannel.METRICS)) {
      assertTrue(digest.bytes().length <= Digest.MOST_BYTES, digest.text());
      assertTrue(digest.text().contains("item=\\\"other\\\""), digest.text());
    }
  }

  @Test
  void measurements_arePrometheusLinesAndFreshForWhoeverKeepsAsking() {
    kiosk.devices.put("printer", DeviceState.ONLINE);
    kiosk.pass(1);
    String first = kiosk.telemetry.measurements().text();
    for (String line : first.lines().toList()) {
      assertTrue(
          line.matches("# TYPE [a-z_]+ (gauge|counter)|[a-z_]+(\\{[^}]+})? -?[0-9.E]+"), line);
    }
    assertTrue(
        first.contains("kiosk_device_state{device=\"printer\",state=\"online\"} 1\n"), first);
    assertTrue(first.contains("kiosk_info{software=\"0.1.0\"} 1\n"), first);
    kiosk.pass(60);
    assertTrue(kiosk.telemetry.measurements().text().contains("kiosk_uptime_seconds 61"));
    kiosk.pass(1000);
    assertTrue(
        kiosk.telemetry.measurements().text().contains("kiosk_uptime_seconds 361"),
        "nobody asked meanwhile: nothing was written");
    kiosk.pass(1);
    assertTrue(kiosk.telemetry.measurements().text().contains("kiosk_uptime_seconds 1062"));
  }

  /** Updates, disk, certificates and paper are counted by their rooms. */
  @Test
  void roomsFigures_inMeasurementsAndDigest_andNothingThatIsNoMeasurement() {
    kiosk.rooms.add(
        () ->
            Map.of(
                "kiosk_update_info{slot=\"a\",version=\"12\"}",
                1,
                "kiosk_disk_free_bytes",
                5_000L));
    kiosk.rooms.add(
        () -> Map.of("kiosk_x\nkiosk_y", 1, "kiosk_x{name=\"张三\"}", 1, "other_total", 1));
    for (int i = 0; i < 8; i++) {
      kiosk.devices.put("a-device-" + i, DeviceState.ONLINE);
    }
    kiosk.devices.put("a-device-7", DeviceState.OFFLINE);
    online();
    kiosk.pass(400);
    String text = kiosk.telemetry.measurements().text();
    String digest = last(UpChannel.METRICS);
    assertTrue(text.contains("kiosk_update_info{slot=\"a\",version=\"12\"} 1\n"), text);
    assertTrue(digest.contains("\"kiosk_disk_free_bytes\":5000"), digest);
    assertTrue(digest.contains("a-device-7"), digest);
    for (String wrong : List.of("kiosk_x", "kiosk_y", "other_total", "张三")) {
      assertFalse((text + digest).contains(wrong), wrong);
    }
  }

  @Test
  void deviceThatComesBack_isCountedAndOneThatComesIsNot() {
    kiosk.devices.put("printer", DeviceState.STARTING);
    kiosk.pass(1);
    for (int i = 0; i < 3; i++) {
      kiosk.devices.put("printer", DeviceState.ONLINE);
      kiosk.pass(2);
      kiosk.devices.put("printer", i == 1 ? DeviceState.BUSY : DeviceState.NO_DEVICE);
      kiosk.pass(2);
    }
    kiosk.devices.put("printer", DeviceState.ONLINE);
    kiosk.telemetry.measurements().text();
    kiosk.pass(11);
    String text = kiosk.telemetry.measurements().text();
    assertTrue(text.contains("kiosk_device_reconnects_total{device=\"printer\"} 2\n"), text);
  }

  @Test
  void digest_queueFails_saysSo() {
    online();
    kiosk.outbox.failing = true;
    kiosk.telemetry.appended(1);
    kiosk.pass(300);
    assertTrue(last(UpChannel.METRICS).contains("\"kiosk_queue_failing\":1"));
  }

  @Test
  void shadow_onlyOnChangeAndHalfAMinuteApart() {
    kiosk.devices.put("printer", DeviceState.ONLINE);
    online();
    kiosk.pass(600);
    assertEquals(1, kiosk.sent(UpChannel.SHADOW).size());
    assertTrue(last(UpChannel.SHADOW).contains("\"printer\":\"OK\""));
    for (int i = 0; i < 120; i++) {
      kiosk.devices.put("printer", i % 2 == 0 ? DeviceState.OFFLINE : DeviceState.ONLINE);
      kiosk.pass(1);
    }
    List<Kiosk.Sent> sent = kiosk.sent(UpChannel.SHADOW);
    assertTrue(sent.size() >= 4 && sent.size() <= 6, sent.size() + " shadows");
    for (int i = 1; i < sent.size(); i++) {
      assertTrue(sent.get(i).second() - sent.get(i - 1).second() >= 30);
    }
  }

  @Test
  void shadow_hugeInventory_leftOutRatherThanTooLarge() {
    for (int i = 0; i < 100; i++) {
      kiosk.devices.put("device-" + "x".repeat(55) + i % 100, DeviceState.ONLINE);
      kiosk.findings.put("check-" + "y".repeat(55) + i, Level.FAIL);
    }
    online();
    kiosk.pass(300);
    for (Kiosk.Sent shadow : kiosk.sent(UpChannel.SHADOW)) {
      assertTrue(shadow.bytes().length <= Shadow.MOST_BYTES, shadow.bytes().length + " bytes");
    }
  }

  @Test
  void lineRefuses_triedAgainSoonAndToldAsItStandsThen() {
    kiosk.devices.put("printer", DeviceState.ONLINE);
    online();
    kiosk.refusing = true;
    kiosk.pass(60);
    kiosk.devices.put("printer", DeviceState.OFFLINE);
    kiosk.refusing = false;
    kiosk.pass(10);
    assertEquals(1, kiosk.sent(UpChannel.SHADOW).size());
    assertTrue(last(UpChannel.SHADOW).contains("\"printer\":\"FAIL\""));
  }

  @Test
  void citizenServed_devicesLeftAlone() {
    online();
    kiosk.findings.put("printer", Level.FAIL);
    kiosk.lock =
        Optional.of(
            new ServiceLock() {
              @Override
              public Set<Closure> closures() {
                return Set.of();
              }

              @Override
              public boolean serving() {
                return true;
              }

              @Override
              public void close(Closure why, boolean closed) {}
            });
    kiosk.pass(600);
    assertTrue(kiosk.sent(UpChannel.ALARM).isEmpty());
    kiosk.lock = Optional.empty();
    kiosk.pass(100);
    assertFalse(kiosk.sent(UpChannel.ALARM).isEmpty());
  }
}

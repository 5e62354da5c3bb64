package egov.kiosk.telemetry;

import egov.kiosk.contract.ReportJson;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The measurements of a kiosk in {@value #MOST_BYTES} bytes at most (指标摘要), named as OpenMetrics
 * names them. When they do not fit, the least busy service items are told as one.
 */
final class Digest {
  /** The largest digest. */
  static final int MOST_BYTES = 1024;

  private final Sources sources;
  private final Clerk clerk;

  Digest(Sources sources, Clerk clerk) {
    this.sources = sources;
    this.clerk = clerk;
  }

  /**
   * The digest of now.
   *
   * @param running how long the kiosk has been counting
   * @param alarms how many alarms stand
   */
  byte[] write(Instant at, Duration running, int alarms) {
    Map<String, Object> base = new LinkedHashMap<>();
    base.put("kiosk_alarms", alarms);
    queue(base, at);
    Counters counters = clerk.counters();
    base.put("kiosk_receipt_latency_seconds_count", counters.answers());
    base.put("kiosk_receipt_latency_seconds_sum", counters.latencySeconds());
    clerk
        .clockAhead()
        .ifPresent(ahead -> base.put("kiosk_clock_offset_seconds", ahead.toMillis() / 1000.0));
    Map<String, Object> devices = devices();
    byte[] digest = new byte[0];
    for (int items = counters.items(); items >= 0; items--) {
      digest = write(at, running, base, devices, counters.busiest(items));
      if (digest.length <= MOST_BYTES) {
        return digest;
      }
    }
    return write(at, running, base, Map.of(), counters.busiest(0));
  }

  private byte[] write(
      Instant at,
      Duration running,
      Map<String, Object> base,
      Map<String, Object> devices,
      Map<String, Map<String, Long>> items) {
    Map<String, Object> values = new LinkedHashMap<>(base);
    values.putAll(devices);
    items.forEach(
        (item, results) ->
            results.forEach(
                (result, count) ->
                    values.put(
                        "kiosk_tx_total{item=\"" + item + "\",result=\"" + result + "\"}", count)));
    return ReportJson.write(
        "metrics", sources.kioskId(), at, Map.of("seconds", running.toSeconds(), "values", values));
  }

  private void queue(Map<String, Object> values, Instant at) {
    Outbox outbox = sources.outbox();
    Fill fill = outbox.fill();
    values.put("kiosk_queue_bytes", fill.usedBytes());
    values.put("kiosk_queue_capacity_bytes", fill.capacityBytes());
    try {
      OutboxCounts counts = outbox.counts();
      values.put("kiosk_queue_pending_records", counts.pending());
      values.put("kiosk_queue_dead_letter_records", counts.deadLetter());
      values.put("kiosk_queue_oldest_age_seconds", oldest(outbox, at));
    } catch (OutboxException e) {
      // The queue's own check raises the alarm.
      values.put("kiosk_queue_failing", 1);
    }
  }

  private static long oldest(Outbox outbox, Instant at) throws OutboxException {
    long oldest = 0;
    for (Lane lane : Lane.values()) {
      List<QueuedEnvelope> head = outbox.pending(lane, 0, 1);
      if (!head.isEmpty()) {
        List<OutboxEntry> entry = outbox.list(head.get(0).sequence() - 1, 1);
        for (OutboxEntry found : entry) {
          oldest = Math.max(oldest, Duration.between(found.queuedAt(), at).toSeconds());
        }
      }
    }
    return oldest;
  }

  private Map<String, Object> devices() {
    Map<String, Object> states = new LinkedHashMap<>();
    for (Device device : sources.devices()) {
      String state = device.status().state().name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (device.name().matches("[A-Za-z0-9-]{1,64}") && states.size() < 8) {
        states.put(
            "kiosk_device_state{device=\"" + device.name() + "\",state=\"" + state + "\"}", 1);
      }
    }
    return states;
  }
}

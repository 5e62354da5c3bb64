package egov.kiosk.telemetry;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.health.Figures;
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
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The measurements of a kiosk by name (指标), named as OpenMetrics names them; without personal data
 * and with few labels. For one thread.
 */
final class Gauges {
  private static final int MOST_DEVICES = 8;
  private static final int MOST_FIGURES = 64;
  private static final Pattern NAME =
      Pattern.compile(
          "kiosk_[a-z_]{1,60}(\\{[a-z_]{1,20}=\"[A-Za-z0-9.-]{1,64}\"(,[a-z_]{1,20}=\"[A-Za-z0-9.-]{1,64}\")*})?");

  private final Sources sources;
  private final Clerk clerk;
  private final Returns returns = new Returns();

  Gauges(Sources sources, Clerk clerk) {
    this.sources = sources;
    this.clerk = clerk;
  }

  /**
   * Alarms, queue, answers and clock.
   *
   * @param alarms how many alarms stand
   */
  Map<String, Object> base(Instant at, int alarms) {
    Map<String, Object> base = new LinkedHashMap<>();
    base.put("kiosk_alarms", alarms);
    queue(base, at);
    Counters counters = clerk.counters();
    base.put("kiosk_receipt_latency_seconds_count", counters.answers());
    base.put("kiosk_receipt_latency_seconds_sum", counters.latencySeconds());
    clerk
        .clockAhead()
        .ifPresent(ahead -> base.put("kiosk_clock_offset_seconds", ahead.toMillis() / 1000.0));
    return base;
  }

  /** What rooms count of themselves; a name that is no measurement's is left out. */
  Map<String, Object> rooms() {
    Map<String, Object> told = new TreeMap<>();
    for (Figures room : sources.figures()) {
      room.figures()
          .forEach(
              (name, value) -> {
                if (NAME.matcher(name).matches() && told.size() < MOST_FIGURES) {
                  told.put(name, value);
                }
              });
    }
    return told;
  }

  /** Messages by item and result: the busiest items by name, the rest together. */
  Map<String, Object> messages(int items) {
    Map<String, Object> values = new LinkedHashMap<>();
    clerk
        .counters()
        .busiest(items)
        .forEach(
            (item, results) ->
                results.forEach(
                    (result, count) ->
                        values.put(
                            "kiosk_tx_total{item=\"" + item + "\",result=\"" + result + "\"}",
                            count)));
    return values;
  }

  /** How many items there are to tell apart. */
  int items() {
    return clerk.counters().items();
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

  /** To be called about once a second. */
  void look() {
    returns.look(sources.devices());
  }

  /** The state of each device, and how often it came back. */
  Map<String, Object> devices() {
    Map<String, Object> states = new LinkedHashMap<>();
    int seen = 0;
    for (Device device : sources.devices()) {
      String state = device.status().state().name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (device.name().matches("[A-Za-z0-9-]{1,64}") && seen++ < MOST_DEVICES) {
        states.put(
            "kiosk_device_state{device=\"" + device.name() + "\",state=\"" + state + "\"}", 1);
        long count = returns.of(device.name());
        if (count > 0) {
          states.put("kiosk_device_reconnects_total{device=\"" + device.name() + "\"}", count);
        }
      }
    }
    return states;
  }
}

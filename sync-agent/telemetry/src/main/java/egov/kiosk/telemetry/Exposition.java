package egov.kiosk.telemetry;

import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Measurements;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The measurements as text for a program on the same machine. Whoever asks gets what was written
 * last; it is written every ten seconds for five minutes after somebody asked, and never when
 * nobody does. {@link #text} is for any thread, {@link #tick} for one.
 */
final class Exposition implements Measurements {
  private static final Duration AGE = Duration.ofSeconds(10);
  private static final Duration INTEREST = Duration.ofMinutes(5);
  private static final int MOST_ITEMS = 64;

  private final Sources sources;
  private final Gauges gauges;
  private volatile String text;
  private volatile boolean asked;
  private boolean wanted;
  private long askedAt;
  private long writtenAt;

  Exposition(Sources sources, Gauges gauges) {
    this.sources = sources;
    this.gauges = gauges;
    text = "";
    asked = true;
  }

  @Override
  public String text() {
    asked = true;
    return text;
  }

  /** Writes it anew if somebody asked and it has aged. */
  void tick(long now, Instant at, Duration running, int alarms) {
    if (asked) {
      asked = false;
      wanted = true;
      askedAt = now;
    }
    wanted = wanted && now - askedAt < INTEREST.toNanos();
    if (!wanted || (!text.isEmpty() && now - writtenAt < AGE.toNanos())) {
      return;
    }
    writtenAt = now;
    text = write(at, running, alarms);
  }

  private String write(Instant at, Duration running, int alarms) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("kiosk_info{software=\"" + label(sources.software()) + "\"}", 1);
    values.put("kiosk_uptime_seconds", running.toSeconds());
    values.put(
        "kiosk_out_of_service",
        sources.lock().get().map(ServiceLock::locked).orElse(false) ? 1 : 0);
    Runtime machine = Runtime.getRuntime();
    values.put("kiosk_heap_used_bytes", machine.totalMemory() - machine.freeMemory());
    values.putAll(gauges.base(at, alarms));
    values.putAll(gauges.rooms());
    values.putAll(gauges.devices());
    values.putAll(gauges.messages(MOST_ITEMS));
    StringBuilder lines = new StringBuilder();
    Set<String> typed = new LinkedHashSet<>();
    values.forEach(
        (name, value) -> {
          String family = name.replaceAll("\\{.*", "");
          if (typed.add(family)) {
            String type = family.matches(".*(_total|_count|_sum)") ? "counter" : "gauge";
            lines.append("# TYPE ").append(family).append(' ').append(type).append('\n');
          }
          lines.append(name).append(' ').append(value).append('\n');
        });
    return lines.toString();
  }

  private static String label(String value) {
    return value.replaceAll("[^A-Za-z0-9._+-]", "_");
  }
}

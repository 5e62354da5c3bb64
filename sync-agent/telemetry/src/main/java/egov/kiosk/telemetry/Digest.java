package egov.kiosk.telemetry;

import egov.kiosk.contract.ReportJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The measurements of a kiosk in {@value #MOST_BYTES} bytes at most (指标摘要). When they do not fit,
 * devices that are well are left to the shadow, which has them all; then the least busy service
 * items are told as one.
 */
final class Digest {
  /** The largest digest. */
  static final int MOST_BYTES = 1024;

  private static final String WELL = "state=\"online\"}";

  private final String kioskId;
  private final Gauges gauges;

  Digest(String kioskId, Gauges gauges) {
    this.kioskId = kioskId;
    this.gauges = gauges;
  }

  /**
   * The digest of now.
   *
   * @param running how long the kiosk has been counting
   * @param alarms how many alarms stand
   */
  byte[] write(Instant at, Duration running, int alarms) {
    Map<String, Object> base = gauges.base(at, alarms);
    Map<String, Object> rooms = gauges.rooms();
    Map<String, Object> devices = gauges.devices();
    byte[] whole =
        write(at, running, List.of(base, rooms, devices, gauges.messages(gauges.items())));
    if (whole.length <= MOST_BYTES) {
      return whole;
    }
    devices.keySet().removeIf(name -> name.endsWith(WELL));
    for (int items = gauges.items(); items >= 0; items--) {
      byte[] digest = write(at, running, List.of(base, rooms, devices, gauges.messages(items)));
      if (digest.length <= MOST_BYTES) {
        return digest;
      }
    }
    byte[] without = write(at, running, List.of(base, rooms, gauges.messages(0)));
    return without.length <= MOST_BYTES
        ? without
        : write(at, running, List.of(base, gauges.messages(0)));
  }

  private byte[] write(Instant at, Duration running, List<Map<String, Object>> parts) {
    Map<String, Object> values = new LinkedHashMap<>();
    parts.forEach(values::putAll);
    return ReportJson.write(
        "metrics", kioskId, at, Map.of("seconds", running.toSeconds(), "values", values));
  }
}

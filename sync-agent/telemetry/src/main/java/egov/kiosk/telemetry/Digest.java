package egov.kiosk.telemetry;

import egov.kiosk.contract.ReportJson;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The measurements of a kiosk in {@value #MOST_BYTES} bytes at most (指标摘要). When they do not fit,
 * the least busy service items are told as one.
 */
final class Digest {
  /** The largest digest. */
  static final int MOST_BYTES = 1024;

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
    Map<String, Object> devices = gauges.devices();
    byte[] digest = new byte[0];
    for (int items = gauges.items(); items >= 0; items--) {
      digest = write(at, running, base, devices, gauges.messages(items));
      if (digest.length <= MOST_BYTES) {
        return digest;
      }
    }
    return write(at, running, base, Map.of(), gauges.messages(0));
  }

  private byte[] write(
      Instant at,
      Duration running,
      Map<String, Object> base,
      Map<String, Object> devices,
      Map<String, Object> messages) {
    Map<String, Object> values = new LinkedHashMap<>(base);
    values.putAll(devices);
    values.putAll(messages);
    return ReportJson.write(
        "metrics", kioskId, at, Map.of("seconds", running.toSeconds(), "values", values));
  }
}

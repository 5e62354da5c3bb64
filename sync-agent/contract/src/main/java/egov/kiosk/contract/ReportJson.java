package egov.kiosk.contract;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a kiosk reports in the clear (运行数据): events, alarms, measurements, its shadow; as canonical
 * JSON (RFC 8785). The schemas of these names say what each holds. Never personal data. Safe for
 * use by any thread.
 */
public final class ReportJson {
  private ReportJson() {}

  /**
   * The bytes of a report.
   *
   * @param kind what it is, e.g. {@code alarm}
   * @param at by the kiosk's clock
   * @param members the rest: texts, numbers, booleans, lists and maps of these, by name
   * @throws IllegalArgumentException for what JSON cannot say
   */
  public static byte[] write(String kind, String kioskId, Instant at, Map<String, ?> members) {
    Map<String, Object> json = new LinkedHashMap<>(members);
    json.put("kind", kind);
    json.put("version", MessageHead.VERSION);
    json.put("kioskId", kioskId);
    json.put("at", at.toString());
    return CanonicalJson.write(json);
  }

  /** The bytes of the heartbeat of profile B. */
  public static byte[] heartbeat() {
    return CanonicalJson.write(Map.of("kind", "heartbeat"));
  }
}

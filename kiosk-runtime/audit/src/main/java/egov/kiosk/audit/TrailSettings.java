package egov.kiosk.audit;

import java.time.Duration;

/**
 * How often a head is signed.
 *
 * @param records after how many records at the latest
 * @param every after which time at the latest, while there is anything new
 */
public record TrailSettings(int records, Duration every) {
  public TrailSettings {
    if (records < 1 || every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("audit: a head is signed now and then");
    }
  }
}

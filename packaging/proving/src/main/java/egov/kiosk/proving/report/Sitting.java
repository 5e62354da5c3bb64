package egov.kiosk.proving.report;

import java.time.Instant;

/**
 * One run of the campaign, of which a report may hold several.
 *
 * @param commit what was tried, as the source tree names it; {@code unknown} where it does not
 * @param seed which random course it took
 * @param started when
 * @param stands how many kiosks were tormented at once
 * @param platform what the platform's store was
 */
public record Sitting(String commit, long seed, Instant started, int stands, String platform) {
  /** The commit of a report that does not say it. */
  static final String UNKNOWN = "unknown";
}

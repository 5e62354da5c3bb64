package egov.kiosk.downlink;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param settle how long after settings were handed out the way to the platform is tried: by then
 *     the line follows them
 * @param retry the pause between two tries to reach the platform
 * @param spend how often a trial is charged
 * @param parting how long an answer may take before what follows it is done anyway
 */
public record Timing(Duration settle, Duration retry, Duration spend, Duration parting) {
  /** For kiosks in service. */
  public static final Timing USUAL =
      new Timing(
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30));
}

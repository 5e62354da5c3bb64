package egov.kiosk.domain.health;

/**
 * What the kiosk measures of itself, for a program on the same machine (监控指标). Without personal
 * data. Offered as a service by the room that measures. Safe for use by several threads; no call
 * waits.
 */
public interface Measurements {
  /**
   * The measurements in the text format of Prometheus (version 0.0.4): at most ten seconds old when
   * somebody asked within the last five minutes, else as they were then.
   */
  String text();
}

package egov.kiosk.link;

import java.time.Duration;

/**
 * How closely a device is watched; immutable.
 *
 * @param lookWhenLost how often a device that is gone is looked for while nobody uses it; the most
 *     a replug takes to be noticed
 * @param lookWhenThere how often a device in service is glanced at while nobody uses it; the most a
 *     pulled cable takes to be noticed
 * @param lookWhenUnwell the longest pause between two attempts with a device that is there and
 *     fails its self-test; the pause doubles up to it
 * @param openLimit how long opening may take
 */
public record HotPlugSettings(
    Duration lookWhenLost, Duration lookWhenThere, Duration lookWhenUnwell, Duration openLimit) {

  /** Half a second, one second, five seconds, two seconds. */
  public static final HotPlugSettings USUAL =
      new HotPlugSettings(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2));

  public HotPlugSettings {
    for (Duration one : new Duration[] {lookWhenLost, lookWhenThere, lookWhenUnwell, openLimit}) {
      if (one.toMillis() < 5 || one.toHours() > 1) {
        throw new IllegalArgumentException("a device is watched every 5 ms to 1 h");
      }
    }
  }
}

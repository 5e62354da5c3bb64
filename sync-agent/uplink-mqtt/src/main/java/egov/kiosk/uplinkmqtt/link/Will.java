package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;
import java.util.Objects;

/**
 * What the broker publishes for us, retained, when we vanish (MQTT 5 §3.1.2.5).
 *
 * @param publication what; must be retained
 * @param delay how long the broker waits whether we come back
 */
public record Will(Publication publication, Duration delay) {
  public Will {
    Objects.requireNonNull(delay, "delay");
    if (!publication.retained() || delay.isNegative()) {
      throw new IllegalArgumentException("a will is retained and its delay is not negative");
    }
  }
}

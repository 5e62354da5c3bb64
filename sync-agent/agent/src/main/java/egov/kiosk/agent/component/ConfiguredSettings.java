package egov.kiosk.agent.component;

import egov.kiosk.agent.AgentSettings;
import java.time.Duration;

/** Reads the configuration into the room's own settings, naming the key of a wrong value. */
final class ConfiguredSettings {
  private static final int MOST_A_SECOND = 10_000;

  private ConfiguredSettings() {}

  static AgentSettings of(AgentConfiguration configuration) {
    return new AgentSettings(
        range("unsettled", configuration.unsettled(), 1, AgentSettings.MOST_UNSETTLED),
        Duration.ofMillis(
            range("receiptTimeoutMillis", configuration.receiptTimeoutMillis(), 100, 600_000)),
        Duration.ofSeconds(range("backoffCapSeconds", configuration.backoffCapSeconds(), 1, 3600)),
        Duration.ofSeconds(range("parkPauseSeconds", configuration.parkPauseSeconds(), 1, 86_400)),
        every(
            range("drainRate", configuration.drainRate(), 0, MOST_A_SECOND),
            range("drainPerHour", configuration.drainPerHour(), 0, MOST_A_SECOND * 3600)));
  }

  /** The hour's rate where there is one: an older platform's orders know only the other. */
  private static Duration every(int aSecond, int anHour) {
    if (anHour > 0) {
      return Duration.ofHours(1).dividedBy(anHour);
    }
    return aSecond > 0 ? Duration.ofSeconds(1).dividedBy(aSecond) : Duration.ZERO;
  }

  private static int range(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "agent: " + key + " is " + value + ", allowed is " + least + " to " + most);
    }
    return value;
  }
}

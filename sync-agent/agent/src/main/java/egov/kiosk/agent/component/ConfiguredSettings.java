package egov.kiosk.agent.component;

import egov.kiosk.agent.AgentSettings;
import java.time.Duration;

/** Reads the configuration into the room's own settings, naming the key of a wrong value. */
final class ConfiguredSettings {
  private ConfiguredSettings() {}

  static AgentSettings of(AgentConfiguration configuration) {
    return new AgentSettings(
        range("unsettled", configuration.unsettled(), 1, AgentSettings.MOST_UNSETTLED),
        Duration.ofMillis(
            range("receiptTimeoutMillis", configuration.receiptTimeoutMillis(), 100, 600_000)),
        Duration.ofSeconds(range("backoffCapSeconds", configuration.backoffCapSeconds(), 1, 3600)),
        Duration.ofSeconds(range("parkPauseSeconds", configuration.parkPauseSeconds(), 1, 86_400)),
        range("drainRate", configuration.drainRate(), 0, 10_000));
  }

  private static int range(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "agent: " + key + " is " + value + ", allowed is " + least + " to " + most);
    }
    return value;
  }
}

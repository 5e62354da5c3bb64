package egov.kiosk.telemetry.component;

import egov.kiosk.telemetry.TelemetrySettings;
import java.time.Duration;

/** Reads the configuration into the room's own settings, naming the key of a wrong value. */
final class ConfiguredSettings {
  private ConfiguredSettings() {}

  static TelemetrySettings of(TelemetryConfiguration configuration) {
    return new TelemetrySettings(
        seconds("heartbeatSeconds", configuration.heartbeatSeconds(), 10, 3600),
        configuration.alwaysHeartbeat(),
        seconds("digestSeconds", configuration.digestSeconds(), 10, 86_400),
        seconds("shadowSeconds", configuration.shadowSeconds(), 30, 86_400),
        seconds("checkSeconds", configuration.checkSeconds(), 5, 3600),
        seconds("alarmOnDelaySeconds", configuration.alarmOnDelaySeconds(), 0, 3600),
        seconds("alarmOffDelaySeconds", configuration.alarmOffDelaySeconds(), 0, 3600));
  }

  private static Duration seconds(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "telemetry: " + key + " is " + value + ", allowed is " + least + " to " + most);
    }
    return Duration.ofSeconds(value);
  }
}

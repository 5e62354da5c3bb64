package egov.kiosk.telemetry.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TelemetryConfigurationTest {
  private record Configured(
      boolean alwaysHeartbeat,
      int heartbeatSeconds,
      int digestSeconds,
      int shadowSeconds,
      int checkSeconds,
      int alarmOnDelaySeconds,
      int alarmOffDelaySeconds)
      implements TelemetryConfiguration {
    @Override
    public Class<? extends Annotation> annotationType() {
      return TelemetryConfiguration.class;
    }
  }

  @Test
  void goodValues_read() {
    Configured good = new Configured(true, 60, 300, 30, 30, 60, 120);
    assertEquals(Duration.ofSeconds(300), ConfiguredSettings.of(good).digest());
    assertTrue(ConfiguredSettings.of(good).alwaysHeartbeat());
  }

  @Test
  void wrongValues_refusedWithKeyAndRange() {
    for (Configured wrong :
        new Configured[] {
          new Configured(false, 9, 300, 30, 30, 60, 120),
          new Configured(false, 60, 9, 30, 30, 60, 120),
          new Configured(false, 60, 300, 29, 30, 60, 120),
          new Configured(false, 60, 300, 30, 4, 60, 120),
          new Configured(false, 60, 300, 30, 30, -1, 120),
          new Configured(false, 60, 300, 30, 30, 60, 3601)
        }) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> ConfiguredSettings.of(wrong));
      assertTrue(refused.getMessage().matches("telemetry: \\w+ is -?\\d+, allowed is .*"));
    }
  }

  @Test
  void bundleVersion_isNeverEmpty() {
    assertTrue(!BundleVersion.own().isBlank());
  }
}

package egov.kiosk.agent.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.agent.AgentSettings;
import java.lang.annotation.Annotation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgentComponentTest {
  private record Configured(
      int unsettled,
      int receiptTimeoutMillis,
      int backoffCapSeconds,
      int parkPauseSeconds,
      int drainRate,
      int drainPerHour,
      String stateDirectory)
      implements AgentConfiguration {
    @Override
    public Class<? extends Annotation> annotationType() {
      return AgentConfiguration.class;
    }
  }

  @Test
  void settings_goodValues_read() {
    AgentSettings settings = ConfiguredSettings.of(new Configured(20, 5000, 60, 300, 2, 0, ""));
    assertEquals(
        new AgentSettings(
            20,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(300),
            Duration.ofMillis(500)),
        settings);
  }

  @Test
  void drainRate_theHoursCountsWhereThereIsOne() {
    assertEquals(Duration.ZERO, every(0, 0));
    assertEquals(Duration.ofMillis(100), every(10, 0));
    assertEquals(Duration.ofSeconds(40), every(0, 90));
    assertEquals(Duration.ofSeconds(40), every(10, 90));
    assertEquals(Duration.ofHours(1), every(0, 1));
    assertEquals(Duration.ofNanos(100_000), every(0, 36_000_000));
    assertEquals(Duration.ofNanos(100_000), every(10_000, 0));
  }

  private static Duration every(int aSecond, int anHour) {
    return ConfiguredSettings.of(new Configured(20, 5000, 60, 300, aSecond, anHour, ""))
        .drainEvery();
  }

  @Test
  void settings_wrongValues_refusedWithKeyAndRange() {
    for (Configured wrong :
        new Configured[] {
          new Configured(0, 5000, 60, 300, 2, 0, ""),
          new Configured(2001, 5000, 60, 300, 2, 0, ""),
          new Configured(20, 99, 60, 300, 2, 0, ""),
          new Configured(20, 5000, 0, 300, 2, 0, ""),
          new Configured(20, 5000, 60, 86_401, 2, 0, ""),
          new Configured(20, 5000, 60, 300, -1, 0, ""),
          new Configured(20, 5000, 60, 300, 2, -1, ""),
          new Configured(20, 5000, 60, 300, 2, 36_000_001, "")
        }) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> ConfiguredSettings.of(wrong));
      assertTrue(refused.getMessage().matches("agent: \\w+ is -?\\d+, allowed is .*"));
    }
  }
}

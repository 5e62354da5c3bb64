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
      String stateDirectory)
      implements AgentConfiguration {
    @Override
    public Class<? extends Annotation> annotationType() {
      return AgentConfiguration.class;
    }
  }

  @Test
  void settings_goodValues_read() {
    AgentSettings settings = ConfiguredSettings.of(new Configured(20, 5000, 60, 300, 2, ""));
    assertEquals(
        new AgentSettings(
            20, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(300), 2),
        settings);
  }

  @Test
  void settings_wrongValues_refusedWithKeyAndRange() {
    for (Configured wrong :
        new Configured[] {
          new Configured(0, 5000, 60, 300, 2, ""),
          new Configured(2001, 5000, 60, 300, 2, ""),
          new Configured(20, 99, 60, 300, 2, ""),
          new Configured(20, 5000, 0, 300, 2, ""),
          new Configured(20, 5000, 60, 86_401, 2, ""),
          new Configured(20, 5000, 60, 300, -1, "")
        }) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> ConfiguredSettings.of(wrong));
      assertTrue(refused.getMessage().matches("agent: \\w+ is -?\\d+, allowed is .*"));
    }
  }
}

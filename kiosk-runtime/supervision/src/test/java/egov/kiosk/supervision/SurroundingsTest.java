package egov.kiosk.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "30000000, -, 30",
        "30000000, 7, 30",
        "30000000, 8, -",
        "0, 7, -",
        "999999, 7, -",
        "abc, 7, -",
        "-, 7, -",
        "99999999999999999999, 7, -"
      })
  void watchdog_onlyForUsAndOnlySensible(String micros, String pid, Long seconds) {
    Map<String, String> environment = new java.util.HashMap<>(Map.of("NOTIFY_SOCKET", "/run/n"));
    if (micros != null) {
      environment.put("WATCHDOG_USEC", micros);
    }
    if (pid != null) {
      environment.put("WATCHDOG_PID", pid);
    }
    assertEquals(
        Optional.ofNullable(seconds).map(Duration::ofSeconds),
        Surroundings.of(environment, 7).watchdog());
    environment.remove("NOTIFY_SOCKET");
    assertEquals(Optional.empty(), Surroundings.of(environment, 7).watchdog());
  }
}

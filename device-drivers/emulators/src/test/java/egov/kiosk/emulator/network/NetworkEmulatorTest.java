package egov.kiosk.emulator.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.emulator.control.OrderException;
import egov.kiosk.emulator.control.UsageException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkEmulatorTest {

  private static NetworkEmulator emulator() throws UsageException, IOException {
    return NetworkEmulator.start(List.of("--listen", "0", "--target", "[::1]:1883"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cut",
        "mend",
        "refuse",
        "stall",
        "stall up",
        "stall down",
        "strand",
        "slow 1",
        "delay 0",
        "portal",
        "reset"
      })
  void knownOrder_obey_saysOk(String order) throws Exception {
    try (NetworkEmulator emulator = emulator()) {
      assertEquals("", emulator.obey(List.of(order.split(" "))));
      assertEquals("connections=0 accepted=0 up=0 down=0", emulator.obey(List.of("stats")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stall left", "slow", "slow 0", "slow x", "delay -1", "dance", "cut 1"})
  void unknownOrder_obey_isRefused(String order) throws Exception {
    try (NetworkEmulator emulator = emulator()) {
      assertThrows(OrderException.class, () -> emulator.obey(List.of(order.split(" "))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1883", "host:", ":1883", "host:0", "host:65536", "host:x"})
  void impossibleTarget_start_isRefused(String target) {
    assertThrows(UsageException.class, () -> NetworkEmulator.start(List.of("--target", target)));
  }
}

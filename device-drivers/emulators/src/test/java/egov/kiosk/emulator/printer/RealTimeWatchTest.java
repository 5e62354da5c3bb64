package egov.kiosk.emulator.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RealTimeWatchTest {

  @Test
  void requests_accept_areSpottedAnywhere() {
    assertEquals(List.of(1, 4), spotted(0x41, 0x10, 0x04, 0x01, 0x10, 0x10, 0x04, 0x04));
  }

  @Test
  void nearMisses_accept_areIgnored() {
    assertEquals(List.of(), spotted(0x10, 0x04, 0x05, 0x10, 0x04, 0x00, 0x10, 0x05, 0x01));
  }

  @Property
  void anyBytes_accept_findsWhatASearchFinds(@ForAll @Size(max = 60) List<WatchedByte> bytes) {
    int[] values = bytes.stream().mapToInt(b -> b.value).toArray();
    List<Integer> expected = new ArrayList<>();
    for (int i = 2; i < values.length; i++) {
      if (values[i - 2] == 0x10 && values[i - 1] == 0x04 && values[i] >= 1 && values[i] <= 4) {
        expected.add(values[i]);
      }
    }
    assertEquals(expected, spotted(values));
  }

  /** The bytes that matter, so that requests are frequent. */
  enum WatchedByte {
    DLE(0x10),
    EOT(0x04),
    ONE(0x01),
    OTHER(0x41);

    private final int value;

    WatchedByte(int value) {
      this.value = value;
    }
  }

  private static List<Integer> spotted(int... bytes) {
    RealTimeWatch watch = new RealTimeWatch();
    List<Integer> found = new ArrayList<>();
    for (int value : bytes) {
      watch.accept(value).ifPresent(found::add);
    }
    return found;
  }
}

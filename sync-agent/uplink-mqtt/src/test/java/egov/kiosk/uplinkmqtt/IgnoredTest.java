package egov.kiosk.uplinkmqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IgnoredTest {
  private long nanos = Long.MAX_VALUE - 5;
  private final Ignored ignored = new Ignored(() -> nanos);

  @Test
  void flood_isSaidOncePerKindAndMinute() {
    int said = 0;
    for (int i = 0; i < 10_000; i++) {
      said += ignored.note(i % 2 == 0 ? "kept" : "too large") ? 1 : 0;
    }
    assertEquals(2, said);
    nanos += Duration.ofMinutes(1).toNanos();
    assertTrue(ignored.note("kept"));
  }
}

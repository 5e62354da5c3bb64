package egov.kiosk.front;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void sameKind_isLoggedOnceAMinute() {
    AtomicLong now = new AtomicLong();
    Refusals refusals = new Refusals(now::get);
    assertTrue(refusals.add("NOT_TLS", "x"));
    assertFalse(refusals.add("NOT_TLS", "x"));
    assertTrue(refusals.add("EXPIRED", "x"));
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    assertTrue(refusals.add("NOT_TLS", "x"));
  }
}

package egov.kiosk.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatedRefusalsTest {
  private final AtomicLong nanos = new AtomicLong(5);
  private final RepeatedRefusals refusals =
      new RepeatedRefusals(AuditActor.PLATFORM, AuditAction.RECEIPT_REFUSED, nanos::get);

  @Test
  void floodOfOneReason_oneRecordAMinuteWithItsCount() {
    assertTrue(refusals.one("BAD_SIGNATURE").isPresent());
    for (int i = 0; i < 1000; i++) {
      assertTrue(refusals.one("BAD_SIGNATURE").isEmpty());
    }
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertEquals(
        1001L, refusals.one("BAD_SIGNATURE").orElseThrow().attributes().get(AuditAttribute.COUNT));
  }

  @Test
  void everChangingReasons_fewRecords() {
    long records = 0;
    for (int i = 0; i < 1000; i++) {
      records += refusals.one("reason-" + i).isPresent() ? 1 : 0;
    }
    assertTrue(records <= 33, () -> "a flood of reasons fills the log");
  }
}

package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Capacity in bytes: alarm, closing, and the way back. */
class FillTest {
  @TempDir Path temp;

  @Test
  void fill_rising_alarmThenClosedThenFullAndBack() throws Exception {
    OutboxSettings small = new OutboxSettings(temp.resolve("q"), 4 << 20, 0, Duration.ofSeconds(1));
    List<SignedEnvelope> kept = new ArrayList<>();
    try (SqliteOutbox outbox = Fixture.open(small)) {
      QueueCheck check = new QueueCheck(outbox);
      appendUntil(outbox, kept, Fill.Level.ALARM);
      assertTrue(share(outbox) >= 0.80 && share(outbox) < 0.82, "at " + share(outbox));
      assertTrue(outbox.accepting());
      Finding alarm = check.check(Duration.ZERO);
      assertEquals(Level.WARN, alarm.level());
      assertTrue(alarm.what().contains("80 % full"), alarm.what());

      appendUntil(outbox, kept, Fill.Level.CLOSED);
      assertTrue(share(outbox) >= 0.95 && share(outbox) < 0.97, "at " + share(outbox));
      assertFalse(outbox.accepting());
      assertEquals(Level.FAIL, check.check(Duration.ZERO).level());

      OutboxException full =
          assertThrows(OutboxException.class, () -> appendUntil(outbox, kept, null));
      assertEquals(Reason.FULL, full.reason());
      assertEquals(kept, Fixture.pending(outbox), "nothing accepted is dropped");
      for (SignedEnvelope message : kept) {
        assertEquals(Settlement.SETTLED, outbox.settle(Envelopes.accepted(message)));
      }
      assertEquals(Fill.Level.ROOM, outbox.fill().level());
      assertTrue(outbox.accepting());
    }
  }

  @Test
  void settings_default_tenGibibytes() {
    assertEquals(10L << 30, OutboxSettings.of(Path.of("q"), 10_240, 0).quotaBytes());
  }

  private static double share(SqliteOutbox outbox) {
    return (double) outbox.fill().usedBytes() / outbox.fill().capacityBytes();
  }

  private static void appendUntil(SqliteOutbox outbox, List<SignedEnvelope> kept, Fill.Level level)
      throws OutboxException {
    while (outbox.fill().level() != level) {
      SignedEnvelope message = Envelopes.of(10_000);
      outbox.append(message);
      kept.add(message);
    }
  }
}

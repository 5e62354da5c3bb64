package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private static Finding look(Instant now, Optional<Instant> platform) {
    ClockCheck check = new ClockCheck(InstantSource.fixed(now));
    platform.ifPresent(issued -> check.settled(receipt(issued)));
    return check.check(Duration.ofSeconds(1));
  }

  private static PlatformReceipt receipt(Instant issuedAt) {
    return new PlatformReceipt(
        "fz-gl-000001",
        TransactionId.create(NOW),
        "0".repeat(64),
        PlatformReceipt.Outcome.ACCEPTED,
        Optional.of("20261122000001"),
        Optional.empty(),
        issuedAt);
  }

  @Test
  void clockBeforeTheProgram_fails() {
    Finding finding = look(Instant.parse("1970-01-01T00:10:00Z"), Optional.empty());
    assertEquals(Level.FAIL, finding.level());
    assertEquals(Actor.TECHNICIAN, finding.actor());
  }

  @Test
  void noReceiptYet_saysItWasNotCompared() {
    Finding finding = look(NOW, Optional.empty());
    assertEquals(Level.OK, finding.level());
    assertTrue(finding.what().contains("not compared"));
  }

  @ParameterizedTest
  @CsvSource({"0, OK", "59, OK", "-59, OK", "61, WARN", "-61, WARN", "86400, WARN"})
  void offsetFromThePlatform_isJudged(long secondsAhead, Level level) {
    Finding finding = look(NOW, Optional.of(NOW.minusSeconds(secondsAhead)));
    assertEquals(level, finding.level(), finding.what());
  }
}

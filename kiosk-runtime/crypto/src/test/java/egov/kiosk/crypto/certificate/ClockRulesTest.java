package egov.kiosk.crypto.certificate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Attack C06: a clock that cannot be right is named; one that is a little off is not. */
class ClockRulesTest {
  private final ClockRules rules = new ClockRules(Lab.FROM);

  private void wrong(Instant now) {
    Refusal.with(CryptoFault.CLOCK_WRONG, () -> rules.check(now));
  }

  @Test
  void check_beforeTheBuild_wrong() {
    wrong(Instant.EPOCH);
    wrong(Lab.FROM.minusMillis(1));
    assertDoesNotThrow(() -> rules.check(Lab.FROM));
  }

  @Test
  void c06_check_farBehindWhatThePlatformSigned_wrong() {
    rules.heard(Lab.NOW);
    wrong(Lab.NOW.minus(Duration.ofHours(1)).minusMillis(1));
    wrong(Lab.NOW.minus(Duration.ofDays(100)));
    assertDoesNotThrow(() -> rules.check(Lab.NOW.minus(Duration.ofMinutes(59))));
  }

  @Test
  void heard_anOlderReceiptLater_theNewestCounts() {
    rules.heard(Lab.NOW);
    rules.heard(Lab.FROM);
    wrong(Lab.FROM.plusSeconds(9));
  }
}

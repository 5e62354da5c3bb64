package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.uplinkmqtt.link.Pulse.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
  private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
  private final Pulse pulse = new Pulse(Duration.ofSeconds(15), Duration.ofSeconds(10), () -> now);

  @Test
  void silence_isAskedOnceAndThenGivenUp_evenWhenTheClockWraps() {
    after(14);
    assertEquals(Verdict.FINE, pulse.check());
    after(1);
    assertEquals(Verdict.ASK, pulse.check());
    assertEquals(Verdict.FINE, pulse.check());
    after(9);
    assertEquals(Verdict.FINE, pulse.check());
    after(1);
    assertEquals(Verdict.DEAD, pulse.check());
  }

  @Test
  void signOfLife_beginsAnew() {
    after(20);
    assertEquals(Verdict.ASK, pulse.check());
    pulse.heard();
    after(14);
    assertEquals(Verdict.FINE, pulse.check());
    after(1);
    assertEquals(Verdict.ASK, pulse.check());
  }

  @Test
  void patience_doublesWithEachSilentConnection_andIsForgottenAfterAProvenOne() {
    Patience patience = new Patience();
    Duration answer = Duration.ofSeconds(10);
    assertEquals(answer, patience.with(answer));
    patience.stalled(Duration.ofSeconds(25));
    assertEquals(Duration.ofSeconds(20), patience.with(answer));
    for (int i = 0; i < 9; i++) {
      patience.stalled(Duration.ofSeconds(25));
    }
    assertEquals(Duration.ofSeconds(160), patience.with(answer));
    patience.ended(Duration.ofMinutes(11));
    assertEquals(answer, patience.with(answer));
  }

  private void after(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }
}

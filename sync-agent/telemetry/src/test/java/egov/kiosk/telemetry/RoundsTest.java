package egov.kiosk.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final class Counted implements HealthCheck {
    final AtomicInteger asked = new AtomicInteger();
    private final Duration keeps;

    Counted(Duration keeps) {
      this.keeps = keeps;
    }

    @Override
    public String name() {
      return "counted";
    }

    @Override
    public Finding check(Duration timeout) {
      return Finding.ok(name(), "for the " + asked.incrementAndGet() + ". time");
    }

    @Override
    public Duration keeps() {
      return keeps;
    }
  }

  @Test
  void slowOnes_areAskedWhenTheirFindingIsOld() {
    Counted quick = new Counted(Duration.ZERO);
    Counted slow = new Counted(Duration.ofMinutes(15));
    Rounds rounds = new Rounds();
    for (int second = 0; second < 3600; second += 30) {
      assertEquals(
          2, rounds.ask(List.of(quick, slow), Duration.ofSeconds(second).toNanos()).size());
    }
    assertEquals(120, quick.asked.get());
    assertEquals(4, slow.asked.get());
  }

  @Test
  void gone_isForgotten() {
    Counted slow = new Counted(Duration.ofMinutes(15));
    Rounds rounds = new Rounds();
    rounds.ask(List.of(slow), 0);
    assertEquals(List.of(), rounds.ask(List.of(), 1));
    rounds.ask(List.of(slow), 2);
    assertEquals(2, slow.asked.get(), "who comes back is looked at anew");
  }
}

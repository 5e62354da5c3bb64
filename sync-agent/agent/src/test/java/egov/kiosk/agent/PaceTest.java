package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private static Stage limited(int rate) {
    return limited(Duration.ofSeconds(1).dividedBy(rate));
  }

  private static Stage limited(Duration every) {
    return new Stage(
        new AgentSettings(100, Stage.RECEIPT_TIMEOUT, Stage.CAP, Stage.PARK, every),
        new ListOutbox(),
        new OrderKeys());
  }

  @Test
  void reconnect_backlog_burstThenTheRate() {
    Stage stage = limited(2);
    stage.queue(60);
    stage.connect();
    stage.deliverAll();
    assertEquals(Pace.BURST, stage.uplink.history().size());
    stage.pass(Duration.ofSeconds(10));
    stage.deliverAll();
    assertEquals(Pace.BURST + 20, stage.uplink.history().size());
  }

  @Test
  void fewAnHour_reconnect_oneAndThenTheRate() {
    Stage stage = limited(Duration.ofSeconds(40));
    stage.queue(60);
    stage.connect();
    stage.deliverAll();
    assertEquals(1, stage.uplink.history().size(), "no burst: everybody comes back at once");
    for (int i = 1; i <= 5; i++) {
      stage.pass(Duration.ofSeconds(39));
      stage.deliverAll();
      assertEquals(i, stage.uplink.history().size());
      stage.pass(Duration.ofSeconds(1));
      stage.deliverAll();
      assertEquals(i + 1, stage.uplink.history().size());
    }
  }

  @Test
  void platformSetsNoLimit_restGoesAtOnce() {
    Stage stage = limited(1);
    stage.queue(60);
    stage.connect();
    stage.deliverAll();
    stage.agent.settings(Stage.settings(100));
    stage.deliverAll();
    assertEquals(60, stage.outbox.counts().delivered());
  }

  @Property
  void anyUse_neverMoreThanBurstAndRate(
      @ForAll @IntRange(min = 1, max = 10_000) int rate,
      @ForAll @IntRange(min = 1, max = 2_000_000_000) int step,
      @ForAll long start) {
    Pace pace = new Pace(Duration.ofNanos(SECOND / rate), start);
    long now = start;
    long used = 0;
    for (int i = 0; i < 300; i++) {
      while (used < 1_000_000 && pace.pause(now) == 0) {
        pace.use(now);
        used++;
      }
      long passed = now - start;
      assertTrue(used <= Pace.BURST + passed / (SECOND / rate) + 1, used + " in " + passed);
      long pause = pace.pause(now);
      assertTrue(pause > 0 && pause <= SECOND / rate, "pause " + pause);
      now += Math.min(step, pause);
    }
  }
}

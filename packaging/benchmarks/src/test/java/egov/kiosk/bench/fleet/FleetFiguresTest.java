package egov.kiosk.bench.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.uplinkmqtt.link.BackOff;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FleetFiguresTest {
  @Test
  void statLine_nameWithBlanksAndBrackets_sumsTheFourTimes() {
    String stat =
        "4711 (tricky ) (name) S 1 4711 4711 0 -1 4194560 100 0 0 0 150 25 30 5 20 0 7 0 99 1 2";
    assertEquals(210, ProcessCost.ticks(stat));
  }

  @Test
  void ownProcess_hasSpentAndHoldsSomething() throws IOException {
    long own = ProcessHandle.current().pid();
    assertTrue(ProcessCost.cpuSeconds(own) > 0);
    assertTrue(ProcessCost.cpuSecondsOfTree(own) > 0);
    assertTrue(ProcessCost.residentKib(own) > 1024);
    assertTrue(ProcessCost.openFilesAllowed() > 0);
  }

  @Test
  void peak_isTheBusiestSpan_whateverTheOrder() {
    assertEquals(0, Connects.peak(new long[0], 10));
    assertEquals(3, Connects.peak(new long[] {30, 0, 9, 5, 10, 31}, 10));
    assertEquals(1, Connects.peak(new long[] {0, 10, 20}, 10));
  }

  @Test
  void failedTries_atADeadBrokerCostNothing_othersAreWasted() {
    Connects connects = new Connects();
    connects.failed(new IOException(new ConnectException("refused")));
    connects.failed(new IOException("cut off in the handshake"));
    connects.failed(null);
    assertEquals(1, connects.refused());
    assertEquals(2, connects.wasted());
  }

  @Test
  void figureLine_hasNoMoreDigitsThanNeeded() {
    assertEquals("figure storm/peak 51 connects/s", Figures.line("storm/peak", 51, "connects/s"));
    assertEquals("figure a 100 b", Figures.line("a", 100, "b"));
    assertEquals("figure a 0.0625 b", Figures.line("a", 0.0625, "b"));
  }

  @Test
  void requirement_thatDoesNotHold_makesTheRunUnsound() {
    Figures figures = new Figures();
    figures.require(true, "nothing");
    assertTrue(figures.sound());
    figures.require(false, "a message was lost (this line belongs to the test)");
    assertFalse(figures.sound());
  }

  @Test
  void stormOnPaper_bringsEveryKioskBack_withinTheCap() {
    BackOff.Limits limits =
        new BackOff.Limits(Duration.ofSeconds(1), Duration.ofSeconds(8), 3, Duration.ofSeconds(1));
    long[] back = PaperStorm.back(1000, 60_000, limits);
    assertEquals(1000, back.length);
    for (long after : back) {
      assertTrue(after >= 0 && after <= 8_000, "a kiosk is back after " + after + " ms");
    }
    assertTrue(Connects.peak(back, 1000) < 500, "half of all came within one second");
  }

  @Test
  void waiting_endsWhenReached_orWhenNothingMoves() throws InterruptedException {
    AtomicLong count = new AtomicLong();
    assertTrue(Until.reached(count::incrementAndGet, 3, 5));
    assertFalse(Until.reached(() -> 1, 2, 0));
  }
}

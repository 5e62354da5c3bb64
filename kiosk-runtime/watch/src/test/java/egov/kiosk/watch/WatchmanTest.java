package egov.kiosk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchmanTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path directory;
  private Machine machine;

  @BeforeEach
  void start() throws IOException {
    machine = new Machine(directory).start();
    machine.watch("thread desk", true, Duration.ZERO);
    machine.watch("device printer", false, Duration.ofMinutes(10));
  }

  /** Nothing helps: each rung is climbed as far as it goes, over restarts, and no further. */
  @Test
  void vitalPartThatStaysIll_climbsToSafeModeAndNoFurther() throws IOException {
    machine.ill.add("thread desk");
    for (int i = 0; i < 40 && machine.watchman.reason().isEmpty(); i++) {
      machine.until(HOUR);
      String last = machine.done.get(machine.done.size() - 1);
      if (last.equals("system")) {
        machine.boot = "boot-" + i;
      }
      if (!last.startsWith("part")) {
        machine.watchman.ends();
        machine.start();
      }
    }
    List<String> round = List.of("part thread desk", "part thread desk", "part thread desk");
    List<String> climbed = machine.done;
    assertEquals(round, climbed.subList(0, 3));
    assertEquals(3, Collections.frequency(climbed, "system"), climbed.toString());
    assertTrue(machine.closed);
    assertTrue(machine.watchman.reason().orElseThrow().contains("thread desk"));
    assertEquals(
        3L, machine.watchman.figures().get("kiosk_watchdog_restarts_total{level=\"system\"}"));
    int sofar = climbed.size();
    machine.pass(Duration.ofDays(3));
    machine.start();
    assertTrue(machine.closed, "over a restart and over days");
    machine.until(HOUR);
    machine.until(HOUR);
    machine.until(HOUR);
    machine.until(HOUR);
    assertFalse(climbed.subList(sofar, climbed.size()).contains("process"), climbed.toString());
    assertFalse(climbed.subList(sofar, climbed.size()).contains("system"), climbed.toString());
  }

  @Test
  void partThatRecovers_isStartedOnceAndForgottenAfterSixHours() throws IOException {
    machine.ill.add("thread desk");
    machine.until(HOUR);
    machine.ill.clear();
    machine.until(HOUR);
    assertEquals(List.of("part thread desk"), machine.done);
    machine.watchman.enter("as the test wants");
    machine.watchman.leave();
    assertFalse(machine.closed);
    assertEquals(1, machine.book.entries().size());
  }

  @Test
  void deviceThatStaysIll_isStartedThreeTimesAnHourAndNeverMore() {
    machine.ill.add("device printer");
    for (int i = 0; i < 6; i++) {
      machine.until(Duration.ofMinutes(9));
    }
    assertTrue(machine.done.size() <= 3, machine.done.toString());
    assertEquals(List.of("part device printer"), machine.done.stream().distinct().toList());
    assertEquals(Optional.empty(), machine.watchman.reason());
  }

  @Test
  void deviceIllForNineMinutes_leftAlone() {
    machine.ill.add("device printer");
    machine.until(Duration.ofMinutes(9));
    machine.ill.clear();
    machine.until(Duration.ofMinutes(1));
    machine.ill.add("device printer");
    machine.until(Duration.ofMinutes(9));
    assertEquals(List.of(), machine.done);
  }

  @Test
  void citizenIsServed_waitsAsLongAsCourtesyAllows() {
    machine.serving = true;
    machine.ill.add("thread desk");
    machine.until(Duration.ofMinutes(14));
    assertEquals(List.of(), machine.done);
    machine.until(Duration.ofMinutes(2));
    assertEquals(List.of("part thread desk"), machine.done, "then it is the serving that hangs");
  }

  @Test
  void partThatCannotBeStopped_processIsStartedAgainAtOnce() {
    machine.stuck.add("thread desk");
    machine.ill.add("thread desk");
    machine.until(HOUR);
    assertEquals(List.of("part thread desk", "process"), machine.done);
    assertEquals(Level.WARN, check(), "the technician sees it");
    machine.until(HOUR);
    assertEquals(2, machine.done.size(), "it is leaving: nothing more is done to it");
  }

  @Test
  void nobodyStartsTheMachineAgain_safeModeInstead() throws IOException {
    machine.rebootRequest = Optional.empty();
    machine.start();
    machine.stuck.add("thread desk");
    machine.ill.add("thread desk");
    for (int i = 0; i < 4; i++) {
      machine.until(Duration.ofMinutes(1));
      machine.watchman.ends();
      machine.start();
    }
    assertEquals(3, Collections.frequency(machine.done, "process"), machine.done.toString());
    assertFalse(machine.done.contains("system"));
    assertTrue(machine.closed);
    assertEquals(Level.FAIL, check());
  }

  @Test
  void processThatKeepsDying_machineIsStartedAgain() throws IOException {
    for (int crash = 0; crash < 3; crash++) {
      assertEquals(List.of(), machine.done);
      machine.pass(Duration.ofMinutes(1));
      machine.start();
    }
    assertEquals(List.of("system"), machine.done);
  }

  @Test
  void powerCutsAndStopsInOrder_areNoCrashes() throws IOException {
    for (int cut = 0; cut < 9; cut++) {
      machine.pass(Duration.ofMinutes(1));
      if (cut % 2 == 0) {
        machine.boot = "boot of cut " + cut;
      } else {
        machine.watchman.ends();
      }
      machine.start();
    }
    assertEquals(List.of(), machine.done);
  }

  @Test
  void clockSetBack_doesNotGiveNewTries() throws IOException {
    for (int crash = 0; crash < 3; crash++) {
      machine.now = machine.now.minus(Duration.ofDays(400));
      machine.start();
    }
    assertEquals(List.of("system"), machine.done);
  }

  @Test
  void damagedBook_ratherSafeModeThanStartingForEver() throws IOException {
    Files.writeString(directory.resolve("book"), "half a li\n");
    machine.start();
    machine.stuck.add("thread desk");
    machine.ill.add("thread desk");
    machine.until(HOUR);
    assertEquals(List.of("part thread desk"), machine.done);
    assertTrue(machine.watchman.reason().isPresent());
  }

  @Test
  void sixHealthyHours_earlierTroubleNoLongerCounts() throws IOException {
    machine.start();
    machine.start();
    assertTrue(machine.book.entries().size() > 1);
    for (int i = 0; i < 7; i++) {
      machine.until(HOUR);
    }
    assertEquals(1, machine.book.entries().size());
    machine.pass(Duration.ofMinutes(1));
    machine.start();
    assertEquals(List.of(), machine.done);
  }

  /** Three times the machine is started again, seven healthy hours after each. */
  private void threeReboots() throws IOException {
    for (int day = 0; day < 3; day++) {
      for (int crash = 0; crash < 3; crash++) {
        machine.pass(Duration.ofMinutes(1));
        machine.start();
      }
      machine.boot = "boot after " + day;
      machine.pass(Duration.ofMinutes(1));
      machine.start();
      machine.pass(HOUR.multipliedBy(7));
      machine.watchman.round();
    }
    assertEquals(List.of("system", "system", "system"), machine.done);
  }

  @Test
  void healthyHours_doNotGiveTheMachineNewStartsWithinTheDay() throws IOException {
    threeReboots();
    crashThrice();
    assertEquals(3, machine.done.size(), "a fourth within 24 hours: " + machine.done);
    assertTrue(machine.closed, "safe mode instead");
  }

  @Test
  void technicianLeavesSafeMode_machineHasNoNewStartsWithinTheDay_andTheNextDayIts()
      throws IOException {
    threeReboots();
    machine.watchman.enter("as the test wants");
    machine.watchman.leave();
    crashThrice();
    assertEquals(3, machine.done.size(), machine.done.toString());
    machine.watchman.leave();
    machine.pass(HOUR.multipliedBy(25));
    machine.watchman.round();
    crashThrice();
    assertEquals(4, machine.done.size(), "a day later it counts anew");
  }

  @Test
  void manyStarts_doNotPushAStartOfTheMachineOutOfTheBook() throws IOException {
    crashThrice();
    for (int i = 0; i < 100; i++) {
      machine.watchman.ends();
      machine.start();
    }
    assertTrue(machine.book.last(WatchBook.Kind.SYSTEM).isPresent());
    assertTrue(machine.book.entries().size() <= 64);
  }

  @Test
  void startOfTheMachineAheadOfTheClock_countsForADayFromWhenItIsSeen() throws IOException {
    machine.pass(HOUR.multipliedBy(24 * 400));
    crashThrice();
    machine.now = Machine.BEGAN;
    machine.boot = "with its clock right";
    machine.start();
    machine.pass(HOUR.multipliedBy(7));
    machine.watchman.round();
    assertTrue(machine.book.last(WatchBook.Kind.SYSTEM).isPresent());
    machine.pass(HOUR.multipliedBy(25));
    machine.watchman.round();
    assertEquals(Optional.empty(), machine.book.last(WatchBook.Kind.SYSTEM));
  }

  private void crashThrice() throws IOException {
    for (int crash = 0; crash < 3; crash++) {
      machine.pass(Duration.ofMinutes(1));
      machine.start();
    }
  }

  private Level check() {
    return finding(false).level();
  }

  private Finding finding(boolean unasked) {
    return new WatchCheck(machine.watchman, machine.book, () -> unasked).check(HOUR);
  }

  /** A configuration edited before a package began to set it is kept by every upgrade. */
  @Test
  void systemThatWouldStartTheMachineAndIsNeverAsked_isFound() {
    Finding finding = finding(true);
    assertEquals(Level.WARN, finding.level());
    assertTrue(finding.advice().contains("watch.rebootRequest"));
    assertEquals(Level.OK, finding(false).level());
  }
}

package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.lab.DoomedProgram;
import egov.kiosk.updates.lab.Kills;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.Updater;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 14, 18, 26, 30, 31: the helper is killed after every single step it makes. */
class KillRowsTest {
  @TempDir static Path workshop;
  private static DoomedProgram program;

  @TempDir Path home;
  @TempDir Path ground;
  private Kiosk kiosk;

  @BeforeAll
  static void program() throws Exception {
    Kiosk rehearsal = new Kiosk(workshop.resolve("rehearsal")).withVersion1();
    rehearsal.publish(Kiosk.draft(2));
    List<String> command = new ArrayList<>(rehearsal.options());
    command.addAll(List.of("install", rehearsal.places.download().toString()));
    program = DoomedProgram.in(workshop, command);
  }

  private Kills kills() {
    return new Kills(kiosk, ground, program);
  }

  @BeforeEach
  void machine() throws Exception {
    kiosk = new Kiosk(home).withVersion1();
    kiosk.publish(Kiosk.draft(2));
  }

  @Test
  void row14_installKilledAtAnyStep_oldRunsAndInstallingAgainWorks() throws Exception {
    int kills =
        kills()
            .atEveryStep(
                List.of("install", "DOWNLOAD"),
                (left, step) -> {
                  assertEquals(SlotName.A, left.updater().prestart(), "step " + step);
                  assertEquals(1, left.running(), "step " + step);
                  reachVersion2(left);
                });
    assertTrue(kills >= 20, kills + " kills");
  }

  @Test
  void row18_switchKilledAtAnyStep_prestartFinishesOrTheOldRuns() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kills()
        .atEveryStep(
            List.of("switch"),
            (left, step) -> {
              // Killed once more, in the prestart that follows, at a step that moves along.
              kills().kill(left, List.of("prestart"), 1 + step % 7);
              left.updater().prestart();
              assertTrue(Set.of(1L, 2L).contains(left.running()), "step " + step);
              reachVersion2(left);
            });
  }

  @Test
  void row18_prestartKilledAtAnyStepAfterASwitch_trialGoesOn() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    Files.delete(kiosk.places.link());
    kills()
        .atEveryStep(
            List.of("prestart"),
            (left, step) -> {
              assertEquals(SlotName.B, left.updater().prestart(), "step " + step);
              assertEquals(2, left.running());
              reachVersion2(left);
            });
  }

  @Test
  void row26_powerGoneAtEachTrialStart_atMostThreeTriesThenTheOldRuns() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    for (int start = 1; start <= 3; start++) {
      assertEquals(SlotName.B, kiosk.updater().prestart(), "start " + start);
    }
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals(1, kiosk.running());
    assertEquals("2 GIVEN_UP tries", kiosk.state().outcome());
  }

  @Test
  void row30_rollbackKilledAtAnyStep_oldRunsAndTheVersionIsBad() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    kills()
        .atEveryStep(
            List.of("rollback", "health"),
            (left, step) -> {
              // A kill before the state was written leaves the trial; its tries end it.
              for (int start = 0; start < 4; start++) {
                left.updater().prestart();
              }
              assertEquals(1, left.running(), "step " + step);
              assertEquals(Set.of(2L), left.state().bad(), "step " + step);
            });
  }

  @Test
  void row31_commitKilledAtAnyStep_newRunsOnTrialOrKept() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    kills()
        .atEveryStep(
            List.of("commit"),
            (left, step) -> {
              assertEquals(SlotName.B, left.updater().prestart(), "step " + step);
              assertEquals(2, left.running());
              left.updater().keep();
              assertEquals(SlotName.B, left.state().good());
              assertEquals(2, left.state().floor());
            });
  }

  /** From wherever a kill left it, the machine gets to the new version, and it is whole. */
  private static void reachVersion2(Kiosk left) throws Exception {
    Updater updater = left.updater();
    if (updater.state().trying().isEmpty()) {
      updater.install(left.places.download());
      updater.begin();
    }
    assertEquals(SlotName.B, updater.prestart());
    updater.keep();
    assertEquals(2, left.running());
    assertFalse(updater.state().bad().contains(2L));
  }
}

package egov.kiosk.proving.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.proving.child.Shell;
import egov.kiosk.proving.disk.LoopDisk;
import egov.kiosk.proving.disk.Scratch;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.ddi.PartDownload;
import egov.kiosk.updates.disk.Steps;
import egov.kiosk.updates.lab.DdiServer;
import egov.kiosk.updates.lab.Desk;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.Updater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows 11, 12, 14, 18, 19, 26, 30 and 31 of the updates' failure table on a disk that loses what
 * was not synced: the machine is cut right after a step, and what had reached the disk is looked
 * at.
 */
@Tag("campaign")
class UpdatePowerCutTest {
  @TempDir Path directory;
  @TempDir Path workshop;
  private Scratch scratch;
  private LoopDisk disk;
  private Kiosk ready;

  @BeforeEach
  void open() throws Exception {
    ready = new Kiosk(workshop.resolve("k")).withVersion1();
    ready.publish(Kiosk.draft(2));
    scratch = Scratch.in(directory);
    disk = scratch.disk("disk", 96);
  }

  @AfterEach
  void close() throws IOException {
    disk.close();
    scratch.close();
  }

  /** The end of the machine, as seen from inside. */
  private static final class Cut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private interface Command {
    void run(Updater updater) throws Exception;
  }

  private interface Aftermath {
    void holds(Kiosk left, String cut) throws Exception;
  }

  /** Cuts at every n-th step of a command; returns how many cuts there were. */
  private int cuts(int every, Command command, Aftermath aftermath) throws Exception {
    AtomicInteger steps = new AtomicInteger();
    command.run(ready.copyTo(workshop.resolve("count")).updater(step -> steps.incrementAndGet()));
    int cuts = 0;
    for (int at = 1; at <= steps.get(); at += every) {
      Kiosk machine = ready.copyTo(disk.path().resolve("k" + at));
      Shell.run("sync -f '%s'".formatted(disk.path()));
      String name = cut(machine, command, at);
      disk.comeBack();
      aftermath.holds(machine, "cut after step " + at + ", " + name);
      Shell.run("rm -rf '%s'".formatted(machine.home));
      cuts++;
    }
    return cuts;
  }

  private String cut(Kiosk machine, Command command, int at) throws Exception {
    AtomicInteger made = new AtomicInteger();
    StringBuilder name = new StringBuilder();
    Steps steps =
        step -> {
          if (made.incrementAndGet() == at) {
            freeze();
            name.append(step);
            throw new Cut();
          }
        };
    assertThrows(Cut.class, () -> command.run(machine.updater(steps)));
    return name.toString();
  }

  private void freeze() {
    try {
      disk.freeze();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void reachVersion2(Kiosk left, String cut) throws Exception {
    Updater updater = left.updater();
    if (updater.state().trying().isEmpty()) {
      updater.install(left.places.download());
      updater.begin();
    }
    updater.prestart();
    updater.keep();
    assertEquals(2, left.running(), cut);
  }

  /** Whether what had come was on the disk already or not: it is gone on with, or brought anew. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void row12_download(boolean written) throws Exception {
    Kiosk machine = new Kiosk(disk.path().resolve("k")).withVersion1();
    Path shelf = workshop.resolve("shelf");
    machine.publish(Kiosk.draft(2), shelf);
    Shell.run("sync -f '%s'".formatted(disk.path()));
    try (DdiServer server = new DdiServer(shelf)) {
      server.action = Optional.of("7");
      server.fault = DdiServer.Fault.CUT;
      server.whenCut = () -> cutInTheDownload(machine, written);
      try (Desk desk = new Desk(machine, server)) {
        desk.prestart();
        desk.after(Duration.ofMinutes(2));
      }
      assertEquals(DdiServer.Fault.NONE, server.fault, "it was cut in the middle of the part");
      disk.comeBack();
      try (Desk desk = new Desk(machine, server)) {
        assertEquals(SlotName.A, desk.prestart());
        desk.after(Duration.ofMinutes(2));
        if (desk.restarts == 0) {
          // A rest that was damaged was thrown away, and is asked for again later.
          desk.after(Duration.ofHours(2));
        }
        assertEquals(1, desk.restarts);
        assertEquals(SlotName.B, desk.prestart());
      }
      assertEquals(2, machine.running());
      assertEquals(written ? 1 : 0, server.ranges.size());
    }
  }

  private void cutInTheDownload(Kiosk machine, boolean written) {
    Path coming = machine.places.download().resolve("kiosk-2-amd64-app.tar.coming");
    Awaitility.await().until(() -> Files.exists(coming) && Files.size(coming) > 0);
    try {
      if (written) {
        Shell.run("sync -f '%s'".formatted(disk.path()));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    freeze();
  }

  @Test
  void row14_install() throws Exception {
    int cuts =
        cuts(
            3,
            updater -> updater.install(updaterDownload(updater)),
            (left, cut) -> {
              left.updater().prestart();
              assertEquals(1, left.running(), cut);
              reachVersion2(left, cut);
            });
    assertTrue(cuts >= 8, cuts + " cuts");
  }

  private static Path updaterDownload(Updater updater) {
    return updater.places().download();
  }

  @Test
  void row18_row19_switch() throws Exception {
    ready.updater().install(ready.places.download());
    cuts(
        1,
        Updater::begin,
        (left, cut) -> {
          left.updater().prestart();
          assertTrue(Set.of(1L, 2L).contains(left.running()), cut);
          reachVersion2(left, cut);
        });
  }

  @Test
  void row26_trialStart() throws Exception {
    ready.updater().install(ready.places.download());
    ready.updater().begin();
    cuts(
        1,
        Updater::prestart,
        (left, cut) -> {
          assertTrue(left.state().tries() >= 2, cut);
          reachVersion2(left, cut);
        });
  }

  @Test
  void row30_rollback() throws Exception {
    ready.updater().install(ready.places.download());
    ready.updater().begin();
    ready.updater().prestart();
    cuts(
        1,
        updater -> updater.giveUp("health"),
        (left, cut) -> {
          for (int start = 0; start < 4; start++) {
            left.updater().prestart();
          }
          assertEquals(1, left.running(), cut);
          assertEquals(Set.of(2L), left.state().bad(), cut);
        });
  }

  @Test
  void row31_commit() throws Exception {
    ready.updater().install(ready.places.download());
    ready.updater().begin();
    ready.updater().prestart();
    cuts(
        1,
        Updater::keep,
        (left, cut) -> {
          left.updater().prestart();
          assertEquals(2, left.running(), cut);
        });
  }

  @Test
  void row11_g08_diskFullInTheMiddle_oldRunsAndLaterItWorks() throws Exception {
    Kiosk machine = ready.copyTo(disk.path().resolve("k"));
    assertThrows(
        IOException.class, () -> machine.updater(this::fill).install(machine.places.download()));
    machine.updater().prestart();
    assertEquals(1, machine.running());
    UpdateRefusedException refused =
        assertThrows(
            UpdateRefusedException.class,
            () -> machine.updater().install(machine.places.download()));
    assertEquals(Refusal.NO_SPACE, refused.refusal());
    assertThrows(
        UpdateRefusedException.class,
        () -> new PartDownload(null, machine.places.download()).demandSpace(1 << 20));
    disk.empty();
    reachVersion2(machine, "after there was room again");
  }

  private void fill(String step) {
    if (step.startsWith("written bin")) {
      try {
        disk.fill(0);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

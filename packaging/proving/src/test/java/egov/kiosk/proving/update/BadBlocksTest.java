package egov.kiosk.proving.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.proving.disk.LoopDisk;
import egov.kiosk.proving.disk.Scratch;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.Obedience;
import egov.kiosk.updates.slot.Request;
import egov.kiosk.updates.slot.SlotName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row 15 of the updates' failure table on a disk of which a part is broken: the kernel's block
 * layer answers EIO. The second version lies in that part, the first one does not.
 */
@Tag("campaign")
class BadBlocksTest {
  private static final int SOUND = 24;
  private static final int WHOLE = 96;

  @TempDir Path directory;
  @TempDir Path home;
  private Scratch scratch;
  private LoopDisk disk;
  private Kiosk kiosk;

  @BeforeEach
  void open() throws Exception {
    scratch = Scratch.in(directory);
    disk = scratch.plainDisk("disk", WHOLE);
    Files.createSymbolicLink(
        home.resolve("opt"), Files.createDirectory(disk.path().resolve("program")));
    kiosk = new Kiosk(home).withVersion1();
    kiosk.publish(Kiosk.draft(2));
    disk.fillBeginning(SOUND);
  }

  @AfterEach
  void close() throws IOException {
    disk.close();
    scratch.close();
  }

  @Test
  void row15_unreadableWhenReadAgain_refusedAndTheOldRuns() throws Exception {
    UpdateRefusedException refused =
        assertThrows(
            UpdateRefusedException.class,
            () -> kiosk.updater(this::breakOnceWritten).install(kiosk.places.download()));
    assertEquals(Refusal.CONTENT, refused.refusal());
    assertTrue(refused.getMessage().contains("cannot be read"), refused.getMessage());
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals(1, kiosk.running());
    assertTrue(kiosk.state().staged().isEmpty());
  }

  @Test
  void row15_unreadableAtTheFirstStart_theOldRunsAndTheVersionIsBad() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    breakIt();
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals(1, kiosk.running());
    assertEquals(Set.of(2L), kiosk.state().bad());
  }

  @Test
  void row15_unreadableAfterItWasKept_theOtherRuns() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    kiosk.updater().keep();
    assertEquals(2, kiosk.running());
    breakIt();
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals(1, kiosk.running());
    assertTrue(kiosk.state().trouble().contains("cannot be read"), kiosk.state().trouble());
  }

  @Test
  void row15_whatIsThereCannotBeReadAnyMore_theNextUpdateSaysTheDisk() throws Exception {
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    breakIt();
    assertEquals(SlotName.A, kiosk.updater().prestart());
    kiosk.publish(Kiosk.draft(3));
    Request.of(Request.Kind.INSTALL).leave(kiosk.places.exchange());
    String answer = new Obedience(kiosk.places, kiosk.updater()).run(false).orElseThrow();
    assertTrue(answer.startsWith("REFUSED DISK "), answer);
    assertEquals(SlotName.A, kiosk.updater().prestart());
  }

  private void breakOnceWritten(String step) {
    if (step.equals("renamed .complete")) {
      try {
        breakIt();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void breakIt() throws IOException, InterruptedException {
    disk.breakAfter(SOUND);
    Path app = kiosk.places.slot(SlotName.B).resolve("bundles/app.jar");
    assertThrows(IOException.class, () -> Files.readAllBytes(app), "the disk should be broken");
  }
}

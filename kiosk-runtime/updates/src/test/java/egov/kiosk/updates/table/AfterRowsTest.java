package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.SlotName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 32 and 33: what was whole is not any more. */
class AfterRowsTest {
  @TempDir static Path workshop;
  private static Kiosk original;

  @TempDir Path home;
  private Kiosk kiosk;

  @BeforeAll
  static void original() throws Exception {
    original = new Kiosk(workshop).withVersion1();
    original.install(Kiosk.draft(2));
  }

  @BeforeEach
  void machine() throws Exception {
    kiosk = original.copyTo(home);
    assertEquals(2, kiosk.running());
  }

  private Path in(SlotName name, String file) {
    return kiosk.places.slot(name).resolve(file);
  }

  @Test
  void row32_fileOfTheRunningSlotAltered_otherSlotAndSaysSo() throws Exception {
    Files.writeString(in(SlotName.B, "conf/jvm.args"), "-Xmx2m");
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals(1, kiosk.running());
    assertTrue(kiosk.state().trouble().contains("conf/jvm.args"), kiosk.state().trouble());
  }

  @Test
  void row32_g07_jarAddedToTheRunningSlot_otherSlot() throws Exception {
    Files.writeString(in(SlotName.B, "bundles/evil.jar"), "x");
    assertEquals(SlotName.A, kiosk.updater().prestart());
  }

  @Test
  void row32_fileReplacedByALinkToItsLike_otherSlot() throws Exception {
    Path file = in(SlotName.B, "conf/jvm.args");
    Path like = Files.move(file, home.resolve("like"));
    Files.createSymbolicLink(file, like);
    assertEquals(SlotName.A, kiosk.updater().prestart());
  }

  @Test
  void row32_signedListExchangedForAnotherSignedOne_otherSlot() throws Exception {
    Files.copy(
        in(SlotName.A, "targets.json"),
        in(SlotName.B, "targets.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(SlotName.A, kiosk.updater().prestart());
  }

  @Test
  void row33_bothSlotsDamaged_factory_andAnUpdateHelpsItOut() throws Exception {
    Files.delete(in(SlotName.A, "conf/jvm.args"));
    Files.delete(in(SlotName.B, "conf/jvm.args"));
    assertEquals(SlotName.FACTORY, kiosk.updater().prestart());
    assertEquals(0, kiosk.running());
    assertFalse(kiosk.state().trouble().isEmpty());
    kiosk.install(Kiosk.draft(3));
    assertEquals(3, kiosk.running());
    assertEquals("", kiosk.state().trouble());
  }

  @Test
  void row33_linkDeleted_isMadeAnew() throws Exception {
    Files.delete(kiosk.places.link());
    assertEquals(SlotName.B, kiosk.updater().prestart());
    assertEquals(2, kiosk.running());
    assertFalse(Files.readSymbolicLink(kiosk.places.link()).isAbsolute());
  }

  @Test
  void row33_linkMadeAbsoluteOrElsewhere_isMadeAnew() throws Exception {
    Files.delete(kiosk.places.link());
    Files.createSymbolicLink(kiosk.places.link(), home.resolve("elsewhere"));
    assertEquals(SlotName.B, kiosk.updater().prestart());
    assertEquals(2, kiosk.running());
  }

  @Test
  void row33_oneCopyOfTheStateDamaged_theOtherCounts() throws Exception {
    Files.writeString(kiosk.places.state().resolve("state.1"), "rubbish");
    assertEquals(2, kiosk.state().floor());
    assertEquals(SlotName.B, kiosk.updater().prestart());
  }

  @Test
  void row33_bothCopiesOfTheStateLost_whatIsLinkedRunsAndIsTheFloor() throws Exception {
    for (String copy : new String[] {"state.1", "state.2"}) {
      Files.write(kiosk.places.state().resolve(copy), new byte[0]);
    }
    assertEquals(SlotName.B, kiosk.updater().prestart());
    assertEquals(2, kiosk.running());
    assertEquals(2, kiosk.state().floor());
    assertTrue(kiosk.state().trouble().contains("lost"));
  }

  @Test
  void nothingAtAll_saysSoAndDoesNotPretend() throws Exception {
    for (SlotName name : SlotName.values()) {
      try (Stream<Path> files = Files.walk(kiosk.places.slot(name))) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    var refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            egov.kiosk.updates.UpdateRefusedException.class, () -> kiosk.updater().prestart());
    assertEquals(egov.kiosk.updates.Refusal.NOTHING, refused.refusal());
  }
}

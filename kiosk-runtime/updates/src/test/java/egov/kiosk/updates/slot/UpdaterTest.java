package egov.kiosk.updates.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.release.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ordinary ways through an update. */
class UpdaterTest {
  @TempDir Path home;
  private Kiosk kiosk;

  @BeforeEach
  void machine() throws Exception {
    kiosk = new Kiosk(home).withVersion1();
  }

  @Test
  void newVersion_onTrialThenKept_runsAndRaisesTheFloor() throws Exception {
    kiosk.publish(Kiosk.draft(2));
    assertEquals(2, kiosk.updater().install(kiosk.places.download()).orElseThrow().version());
    assertEquals(SlotName.A, kiosk.updater().prestart());
    kiosk.updater().begin();
    assertEquals(SlotName.B, kiosk.updater().prestart());
    assertEquals(2, kiosk.running());
    kiosk.updater().keep();
    assertEquals(SlotName.B, kiosk.state().good());
    assertEquals(2, kiosk.state().floor());
    assertEquals("2 KEPT", kiosk.state().outcome());
  }

  @Test
  void partWhoseFilesAreHere_isNotNeeded() throws Exception {
    kiosk.publish(Kiosk.draft(2));
    Files.delete(kiosk.places.download().resolve("kiosk-2-amd64-jre.tar"));
    assertTrue(kiosk.updater().install(kiosk.places.download()).isPresent());
    Files.delete(kiosk.places.download().resolve("kiosk-2-amd64-app.tar"));
    kiosk.updater().begin();
    assertEquals(SlotName.B, kiosk.updater().prestart());
  }

  @Test
  void sameVersionAgain_isNothingNew() throws Exception {
    assertEquals(Optional.empty(), kiosk.updater().check(kiosk.places.download()));
    assertEquals(Optional.empty(), kiosk.updater().install(kiosk.places.download()));
  }

  @Test
  void twoAtOnce_theSecondIsToldToWait() throws Exception {
    try (BootLock first = BootLock.take(home, java.time.Duration.ZERO)) {
      UpdateRefusedException refused =
          assertThrows(
              UpdateRefusedException.class,
              () -> BootLock.take(home, java.time.Duration.ofMillis(120)));
      assertEquals(Refusal.BUSY, refused.refusal());
    }
    BootLock.take(home, java.time.Duration.ZERO).close();
  }

  @Test
  void versionThatDidNotWork_isRefusedUntilAHigherOne() throws Exception {
    kiosk.publish(Kiosk.draft(2));
    kiosk.updater().install(kiosk.places.download());
    kiosk.updater().begin();
    kiosk.updater().giveUp("health");
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals("2 GIVEN_UP health", kiosk.state().outcome());
    assertRefused(Refusal.KNOWN_BAD);
    kiosk.publish(Kiosk.draft(3));
    assertEquals(3, kiosk.updater().install(kiosk.places.download()).orElseThrow().version());
  }

  @Test
  void lowerVersion_isRefusedUnlessSignedAsAWayDown() throws Exception {
    kiosk.install(Kiosk.draft(5));
    Draft down = new Draft(4, "1.4", "amd64", List.of(), 0, List.of(), 3, 3);
    publishAsMetadata(6, down);
    assertRefused(Refusal.DOWNGRADE);
    publishAsMetadata(7, new Draft(4, "1.4", "amd64", List.of(), 0, List.of(5L), 3, 3));
    assertEquals(4, kiosk.updater().install(kiosk.places.download()).orElseThrow().version());
    kiosk.updater().begin();
    kiosk.updater().prestart();
    kiosk.updater().keep();
    assertEquals(5, kiosk.state().floor());
    assertEquals(4, kiosk.running());
  }

  private void publishAsMetadata(long version, Draft draft) throws Exception {
    var release =
        new egov.kiosk.updates.release.TreePacker(kiosk.tree(draft.version()))
            .pack(draft, kiosk.places.download());
    kiosk.publication(version, kiosk.now).write(kiosk.places.download(), List.of(release));
  }

  private void assertRefused(Refusal refusal) {
    UpdateRefusedException refused =
        assertThrows(
            UpdateRefusedException.class, () -> kiosk.updater().install(kiosk.places.download()));
    assertEquals(refusal, refused.refusal(), refused.getMessage());
  }
}

package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.fieldwork.desk.DraftView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A tablet that is lost: nobody reads anything on it any more, and nothing collected is lost. */
class WipeTest {
  private Tablet tablet;
  private Lost lost;

  @BeforeEach
  void halfADay() throws Exception {
    tablet = Tablet.in(new World(1));
    lost = new Lost(tablet);
  }

  private void assertWiped() throws Exception {
    assertEquals(List.of(), lost.left());
    assertTrue(tablet.work.houses().isEmpty());
    tablet.start();
    assertTrue(tablet.work.today(Tablet.WORKER).drafts().isEmpty());
    List<AuditEvent> wipes =
        tablet.audited.stream().filter(event -> event.action() == AuditAction.FIELD_WIPED).toList();
    assertTrue(!wipes.isEmpty(), "it is recorded");
  }

  @Test
  @DisplayName("K03 the loss command takes everything, and every draft reaches the queue sealed")
  void k03_ordered_nothingIsLeftAndNothingIsLost() throws Exception {
    assertTrue(tablet.wipe.run(Map.of()).done());
    assertWiped();
    lost.assertRescuedOnce("ordered");
  }

  @Test
  @DisplayName("K02 a grid worker's PIN locked by guessing wipes; a technician's does not")
  void k02_lockedOut_wipesForTheWorkersBadgeOnly() throws Exception {
    tablet.wipe.lockedOut(StaffRole.TECHNICIAN);
    tablet.wipe.lockedOut(StaffRole.COUNTER);
    assertEquals(2, tablet.work.houses().size());
    tablet.wipe.lockedOut(StaffRole.GRID_WORKER);
    assertWiped();
    lost.assertRescuedOnce("guessed");
    tablet.wipe.lockedOut(StaffRole.GRID_WORKER);
    assertEquals(List.of(), lost.left(), "again does no harm");
    lost.assertRescuedOnce("guessed again");
  }

  @Test
  void wipe_powerCutAtEveryStep_isCarriedToItsEnd_andTheDraftReachesTheQueueOnce()
      throws Exception {
    int cuts = 0;
    for (int step = 0; ; step++) {
      World world = new World(step);
      Tablet one = Tablet.in(world);
      Lost it = new Lost(one);
      world.cutAfter(step);
      boolean cut = false;
      try {
        one.wipe.run(Map.of());
      } catch (PowerCut e) {
        cut = true;
        cuts++;
      }
      one.start();
      one.work.beat();
      String when = "cut at step " + step;
      if (!one.work.today(Tablet.WORKER).drafts().isEmpty()) {
        // Cut off before it was noted: the platform orders it again.
        assertTrue(one.wipe.run(Map.of()).done(), when);
      }
      assertEquals(List.of(), it.left(), when);
      it.assertRescuedOnce(when);
      if (!cut) {
        break;
      }
    }
    assertTrue(cuts > 30, cuts + " cuts");
  }

  @Test
  void wipe_withAFullQueue_nothingOnTheTabletOpensTheDraft_andItGoesWhenThereIsRoom()
      throws Exception {
    tablet.queue.refuses = OutboxException.Reason.FULL;
    assertTrue(tablet.wipe.run(Map.of()).done());
    assertFalse(lost.left().isEmpty(), "it waits, sealed");
    tablet
        .world
        .files()
        .forEach(
            (file, content) -> {
              assertTrue(file.toString().matches(".*/(rescued.*|book/number)"), file.toString());
              String text = new String(content, StandardCharsets.UTF_8);
              assertFalse(text.contains(Lost.HALF), file + " shows what was typed");
              assertFalse(text.contains(lost.key()), file + " holds the key");
            });
    tablet.start();
    tablet.work.beat();
    assertEquals(1, tablet.work.rescued());
    tablet.queue.refuses = null;
    tablet.work.beat();
    assertWiped();
    lost.assertRescuedOnce("after room was made");
  }

  @Test
  void wipe_whileTheKeysAreAway_isClosedAtOnce_andGoesOnWhenTheyCome() throws Exception {
    tablet.queue.keys = false;
    assertFalse(tablet.wipe.run(Map.of()).done());
    for (int start = 0; start < 2; start++) {
      FieldException closed = assertThrows(FieldException.class, () -> tablet.work.houses());
      assertEquals(Reason.WIPED, closed.reason());
      assertThrows(FieldException.class, () -> tablet.work.draft(Tablet.WORKER, lost.open));
      assertTrue(
          tablet.world.files().keySet().stream()
              .noneMatch(file -> file.toString().matches(".*/(house|task|event|sent)/.*")));
      tablet.start();
    }
    assertEquals(
        AuditResult.FAILED, tablet.audited.get(tablet.audited.size() - 1).result(), "not over");
    tablet.queue.keys = true;
    tablet.work.beat();
    assertWiped();
    lost.assertRescuedOnce("when the keys came");
  }

  @Test
  void handedInAndKept_goesAsWhatItWas_orAsARescuedDraft_butOnce() throws Exception {
    tablet.queue.refuses = OutboxException.Reason.FULL;
    tablet.complete(tablet.work.draft(Tablet.WORKER, lost.open));
    assertEquals("KEPT", tablet.work.handIn(Tablet.WORKER, lost.open).state());
    assertTrue(tablet.wipe.run(Map.of()).done());
    tablet.queue.refuses = null;
    tablet.work.beat();
    lost.assertRescuedOnce("handed in, and the queue was full");
    Tablet other = Tablet.in(new World(2));
    Lost its = new Lost(other);
    other.queue.refuses = OutboxException.Reason.FULL;
    other.complete(other.work.draft(Tablet.WORKER, its.open));
    other.work.handIn(Tablet.WORKER, its.open);
    other.queue.refuses = null;
    assertTrue(other.wipe.run(Map.of()).done());
    assertEquals("GRID-VISIT", its.sent().item().code());
    assertEquals(2, other.queue.order.size());
  }

  @Test
  void afterAWipe_theNextOrderBeginsAnew_andNumbersDoNotComeBack() throws Exception {
    tablet.wipe.run(Map.of());
    assertTrue(tablet.orders.run(Tablet.morning()).done());
    assertEquals(2, tablet.work.houses().size());
    DraftView next = tablet.visit("H1");
    tablet.complete(next);
    String number = tablet.work.handIn(Tablet.WORKER, next.id()).number();
    assertEquals(
        1,
        tablet.queue.sealed.values().stream()
            .filter(one -> one.localNumber().value().equals(number))
            .count());
  }
}

package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.fieldwork.desk.DraftView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A tablet that is lost. */
class WipeTest {
  private Tablet tablet;

  @BeforeEach
  void halfADay() throws Exception {
    tablet = Tablet.in(new World(1));
    tablet.orders.run(Tablet.morning());
    DraftView done = tablet.visit("H1");
    tablet.complete(done);
    tablet.work.handIn(Tablet.WORKER, done.id());
    DraftView open = tablet.visit("H2");
    tablet.work.answer(Tablet.WORKER, open.id(), "note", "half a word");
    tablet.work.photo(Tablet.WORKER, open.id(), "photo", Tablet.jpeg(1));
  }

  private void assertWiped() throws Exception {
    assertTrue(tablet.world.files().isEmpty(), tablet.world.files().keySet().toString());
    assertEquals(1, tablet.queue.queued.size(), "what was handed in is the queue's");
    assertTrue(tablet.work.houses().isEmpty());
    tablet.start();
    assertTrue(tablet.work.today(Tablet.WORKER).drafts().isEmpty());
    List<AuditEvent> wipes =
        tablet.audited.stream().filter(event -> event.action() == AuditAction.FIELD_WIPED).toList();
    assertTrue(!wipes.isEmpty(), "it is recorded");
  }

  @Test
  @DisplayName("K03 the loss command takes everything but what is queued")
  void k03_ordered_nothingIsLeftButTheQueue() throws Exception {
    assertTrue(tablet.wipe.run(Map.of()).done());
    assertWiped();
  }

  @Test
  @DisplayName("K02 a grid worker's PIN locked by guessing wipes; a technician's does not")
  void k02_lockedOut_wipesForTheWorkersBadgeOnly() throws Exception {
    tablet.wipe.lockedOut(StaffRole.TECHNICIAN);
    tablet.wipe.lockedOut(StaffRole.COUNTER);
    assertEquals(2, tablet.work.houses().size());
    tablet.wipe.lockedOut(StaffRole.GRID_WORKER);
    assertWiped();
    tablet.wipe.lockedOut(StaffRole.GRID_WORKER);
    assertTrue(tablet.world.files().isEmpty(), "again does no harm");
  }

  @Test
  void afterAWipe_theNextOrderBeginsAnew_andNumbersDoNotComeBack() throws Exception {
    String before = tablet.queue.sealed.values().iterator().next().localNumber().value();
    tablet.wipe.run(Map.of());
    assertTrue(tablet.orders.run(Tablet.morning()).done());
    assertEquals(2, tablet.work.houses().size());
    assertTrue(Long.parseLong(before) > 0);
  }
}

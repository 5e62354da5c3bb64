package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import egov.kiosk.fieldwork.desk.SyncView;
import egov.kiosk.fieldwork.desk.Today;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes down from the platform, and what becomes of two versions. */
class OrdersTest {
  @Test
  void order_ofThisGrid_isTheDay_andTwiceChangesNothing() throws Exception {
    Tablet tablet = Tablet.in(new World(1));
    assertTrue(tablet.orders.run(Tablet.morning()).done());
    assertTrue(tablet.orders.run(Tablet.morning()).done());
    Today today = tablet.work.today(Tablet.WORKER);
    assertEquals(2, today.tasks().size());
    assertEquals("TODAY", today.tasks().get(0).dueState());
    assertEquals("李*", tablet.work.houses().get(0).head());
    assertFalse(today.stale());
  }

  @Test
  @DisplayName("K04 tasks, households and queries of another grid are refused on the device")
  void k04_anythingOfAnotherGrid_refusesTheWholeOrder() throws Exception {
    Tablet tablet = Tablet.in(new World(2));
    Map<String, String> other = Tablet.morning();
    other.put("grid", "350102-001-04");
    Map<String, String> mixed = Tablet.morning();
    mixed.put("task.T2.grid", "350102-001-04");
    Map<String, String> house = Tablet.morning();
    house.put("house.H2.grid", "350102-001-04");
    for (Map<String, String> order : java.util.List.of(other, mixed, house)) {
      CommandResult refused = tablet.orders.run(order);
      assertFalse(refused.done());
      assertTrue(refused.text().startsWith("OTHER_GRID"), refused.text());
      assertTrue(
          tablet.work.houses().isEmpty() && tablet.work.today(Tablet.WORKER).tasks().isEmpty());
    }
    assertEquals(
        Reason.NOT_FOUND, assertThrows(FieldException.class, () -> tablet.visit("H1")).reason());
  }

  @Test
  void malformedOrder_isRefused_andRepeatsNothingOfItself() throws Exception {
    Tablet tablet = Tablet.in(new World(3));
    for (String name :
        java.util.List.of("task.T1.kind", "house.H1.revision", "at", "task.T1.due")) {
      Map<String, String> order = Tablet.morning();
      order.put(name, "鄣标记");
      CommandResult refused = tablet.orders.run(order);
      assertFalse(refused.done(), name);
      assertFalse(refused.text().contains("鄣"), refused.text());
    }
    assertTrue(tablet.work.houses().isEmpty());
  }

  @Test
  void newerVersion_ofAFieldTheWorkerChanged_isAConflictUntilTheWorkerChooses() throws Exception {
    Tablet tablet = Tablet.in(new World(4));
    tablet.orders.run(Tablet.morning());
    visitWithPhone(tablet, "13900005678");
    Map<String, String> newer = new LinkedHashMap<>(Tablet.morning());
    Tablet.house(newer, "H1", 2, "3号楼201", "李春梅");
    newer.put("house.H1.f.p1Phone", "13700009999");
    newer.put("house.H1.f.note", "平台新写的");
    tablet.orders.run(newer);
    SyncView.Choice choice = tablet.work.sync(Tablet.WORKER).conflicts().get(0);
    assertEquals("p1Phone", choice.field());
    assertEquals("13900005678", choice.mine());
    assertEquals("13700009999", choice.platform());
    assertEquals("平台新写的", tablet.visit("H1").known().get("note"), "no conflict: taken over");
    tablet.work.resolve(Tablet.WORKER, "H1", "p1Phone", true);
    assertTrue(tablet.work.sync(Tablet.WORKER).conflicts().isEmpty());
    assertEquals(2, tablet.queue.queued.size(), "the worker's choice is handed in");
    assertEquals(
        1,
        tablet.audited.stream()
            .filter(event -> event.action() == AuditAction.FIELD_CHOICE)
            .count());
    assertThrows(
        FieldException.class, () -> tablet.work.resolve(Tablet.WORKER, "H1", "p1Phone", true));
  }

  @Test
  void conflict_platformChosen_dropsMineAndSendsNothing() throws Exception {
    Tablet tablet = Tablet.in(new World(5));
    tablet.orders.run(Tablet.morning());
    visitWithPhone(tablet, "13900005678");
    Map<String, String> newer = new LinkedHashMap<>(Tablet.morning());
    newer.put("house.H1.revision", "2");
    newer.put("house.H1.f.p1Phone", "13700009999");
    tablet.orders.run(newer);
    tablet.work.resolve(Tablet.WORKER, "H1", "p1Phone", false);
    assertEquals(1, tablet.queue.queued.size());
    assertTrue(tablet.work.sync(Tablet.WORKER).conflicts().isEmpty());
  }

  @Test
  void newerVersion_thatAgreesOrKnewNothing_isNoConflict() throws Exception {
    Tablet tablet = Tablet.in(new World(6));
    tablet.orders.run(Tablet.morning());
    visitWithPhone(tablet, "13900005678");
    Map<String, String> unaware = new LinkedHashMap<>(Tablet.morning());
    unaware.put("house.H1.revision", "2");
    tablet.orders.run(unaware);
    assertTrue(tablet.work.sync(Tablet.WORKER).conflicts().isEmpty());
    assertTrue(tablet.work.houses().get(0).changed());
    Map<String, String> agreed = new LinkedHashMap<>(unaware);
    agreed.put("house.H1.revision", "3");
    agreed.put("house.H1.f.p1Phone", "13900005678");
    tablet.orders.run(agreed);
    assertFalse(tablet.work.houses().get(0).changed());
  }

  private static void visitWithPhone(Tablet tablet, String phone) throws FieldException {
    DraftView draft = tablet.visit("H1");
    tablet.work.answer(Tablet.WORKER, draft.id(), "p1Phone", phone);
    tablet.complete(draft);
    tablet.work.handIn(Tablet.WORKER, draft.id());
  }

  @Test
  void event_livesAsThePlatformSays_andNeverBackwards() throws Exception {
    Tablet tablet = Tablet.in(new World(7));
    tablet.orders.run(Tablet.morning());
    DraftView event =
        tablet.work.begin(
            Tablet.WORKER,
            new Beginning(DraftKind.EVENT, Optional.empty(), Optional.empty(), Optional.empty()));
    tablet.work.answer(Tablet.WORKER, event.id(), "category", "FIRE");
    tablet.work.answer(Tablet.WORKER, event.id(), "urgency", "URGENT");
    tablet.work.answer(Tablet.WORKER, event.id(), "text", "楼道堆满纸箱");
    tablet.work.answer(Tablet.WORKER, event.id(), "how", "UP");
    tablet.work.handIn(Tablet.WORKER, event.id());
    assertTrue(tablet.queue.sealed.values().iterator().next().item().urgent());
    assertEquals("COLLECTED", stage(tablet));
    tablet.queue.states.replaceAll((id, state) -> egov.kiosk.domain.outbox.DeliveryState.DELIVERED);
    assertEquals("ACCEPTED", stage(tablet));
    for (String[] step :
        new String[][] {
          {"ASSIGNED", "ASSIGNED"}, {"HANDLED", "HANDLED"}, {"ACCEPTED", "HANDLED"},
          {"CHECKED", "CHECKED"}, {"ASSIGNED", "ASSIGNED"}, {"CLOSED", "CLOSED"},
          {"ASSIGNED", "CLOSED"}, {"RATED", "RATED"}
        }) {
      Map<String, String> order = new LinkedHashMap<>();
      order.put("grid", Tablet.GRID.code());
      order.put("at", "2026-11-22T05:00:00Z");
      order.put("event." + event.id() + ".stage", step[0]);
      assertTrue(tablet.orders.run(order).done());
      assertEquals(step[1], stage(tablet), "after " + step[0]);
    }
  }

  private static String stage(Tablet tablet) throws FieldException {
    return tablet.work.today(Tablet.WORKER).events().get(0).stage();
  }

  @Test
  void drafts_ofAnotherWorker_areNotFound() throws Exception {
    Tablet tablet = Tablet.in(new World(8));
    tablet.orders.run(Tablet.morning());
    DraftView draft = tablet.visit("H1");
    Badge other = new Badge("W-13");
    assertEquals(
        Reason.NOT_FOUND,
        assertThrows(FieldException.class, () -> tablet.work.draft(other, draft.id())).reason());
    assertTrue(tablet.work.today(other).drafts().isEmpty());
  }

  @Test
  void reveal_isRecordedFirst_andMaskedOtherwise() throws Exception {
    Tablet tablet = Tablet.in(new World(9));
    tablet.orders.run(Tablet.morning());
    assertEquals("1101**********002X", tablet.visit("H1").people().get(0).number());
    assertEquals("11010519491231002X", tablet.work.reveal(Tablet.WORKER, "H1", 1));
    assertEquals(AuditAction.FIELD_REVEALED, tablet.audited.get(0).action());
  }
}

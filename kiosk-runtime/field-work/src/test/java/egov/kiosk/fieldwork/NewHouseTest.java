package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.HouseLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A household that is on nobody's list is taken up, and goes the way of any other visit. */
class NewHouseTest {
  private static final String ADDRESS = "14号楼1单元501";

  private static Tablet tablet(int seed) throws Exception {
    Tablet tablet = Tablet.in(new World(seed));
    tablet.orders.run(Tablet.morning());
    return tablet;
  }

  private static DraftView written(Tablet tablet) throws Exception {
    DraftView draft = tablet.work.newHousehold(Tablet.WORKER);
    tablet.work.answer(Tablet.WORKER, draft.id(), "address", ADDRESS);
    tablet.work.answer(Tablet.WORKER, draft.id(), "building", "14");
    tablet.work.answer(Tablet.WORKER, draft.id(), "room", "501");
    tablet.work.answer(Tablet.WORKER, draft.id(), "p1Name", "王小满");
    return draft;
  }

  private static Map<String, String> sent(Tablet tablet) {
    Transaction sent = tablet.queue.sealed.values().iterator().next();
    assertEquals("GRID-VISIT", sent.item().code());
    return sent.form().values();
  }

  private static HouseLine house(Tablet tablet, String id) throws Exception {
    Optional<HouseLine> found =
        tablet.work.houses().stream().filter(one -> one.id().equals(id)).findFirst();
    return found.orElseThrow();
  }

  @Test
  void newHouse_handedIn_saysWhatItIs_andIsListedAsNew() throws Exception {
    Tablet tablet = tablet(1);
    DraftView draft = written(tablet);
    assertTrue(draft.fresh());
    assertEquals("NEW-" + draft.id(), draft.household());
    assertEquals(ADDRESS, tablet.work.today(Tablet.WORKER).drafts().get(0).title());
    tablet.complete(draft);
    tablet.work.handIn(Tablet.WORKER, draft.id());
    Map<String, String> sent = sent(tablet);
    assertEquals("NEW_HOUSEHOLD", sent.get("houseKind"));
    assertEquals("NEW-" + draft.id(), sent.get("houseId"));
    assertEquals(Tablet.GRID.code(), sent.get("grid"));
    assertEquals("0", sent.get("revision"));
    assertEquals(
        List.of(ADDRESS, "14", "501", "王小满"),
        List.of(sent.get("address"), sent.get("building"), sent.get("room"), sent.get("p1Name")));
    HouseLine listed = house(tablet, draft.household());
    assertTrue(listed.fresh() && listed.changed());
    assertEquals(ADDRESS, listed.address());
    assertEquals(1, listed.people());
    assertFalse(house(tablet, "H1").fresh());
  }

  @Test
  void anotherVisitToIt_isAVisitLikeAnyOther() throws Exception {
    Tablet tablet = tablet(2);
    DraftView draft = written(tablet);
    tablet.complete(draft);
    tablet.work.handIn(Tablet.WORKER, draft.id());
    tablet.queue.sealed.clear();
    DraftView again = tablet.visit(draft.household());
    assertFalse(again.fresh());
    assertEquals(ADDRESS, again.known().get("address"));
    tablet.work.answer(Tablet.WORKER, again.id(), "use", "RENT");
    tablet.complete(again);
    tablet.work.handIn(Tablet.WORKER, again.id());
    assertEquals("NEW-" + draft.id(), sent(tablet).get("houseId"));
    assertFalse(sent(tablet).containsKey("houseKind"), "it is taken up once");
    assertFalse(sent(tablet).containsKey("address"), "only what changed");
  }

  @Test
  void withoutAnAddress_itIsNotHandedIn() throws Exception {
    Tablet tablet = tablet(3);
    DraftView draft = tablet.work.newHousehold(Tablet.WORKER);
    tablet.complete(draft);
    assertEquals(List.of("address"), tablet.work.draft(Tablet.WORKER, draft.id()).missing());
    tablet.work.answer(Tablet.WORKER, draft.id(), "address", "  ");
    assertEquals(List.of("address"), tablet.work.draft(Tablet.WORKER, draft.id()).missing());
    FieldException refused =
        assertThrows(FieldException.class, () -> tablet.work.handIn(Tablet.WORKER, draft.id()));
    assertEquals(Reason.ANSWERS, refused.reason());
    FieldException typed =
        assertThrows(
            FieldException.class,
            () -> tablet.work.answer(Tablet.WORKER, draft.id(), "houseKind", "NEW_HOUSEHOLD"));
    assertEquals(Reason.ANSWERS, typed.reason(), "nobody types what it is");
  }

  @Test
  void twoOfThem_haveIdsOfTheirOwn_andAnEmptyOneMakesWay() throws Exception {
    Tablet tablet = tablet(4);
    DraftView first = written(tablet);
    DraftView empty = tablet.work.newHousehold(Tablet.WORKER);
    DraftView third = tablet.work.newHousehold(Tablet.WORKER);
    assertNotEquals(first.household(), third.household());
    List<String> left =
        tablet.work.today(Tablet.WORKER).drafts().stream().map(one -> one.id()).sorted().toList();
    assertEquals(List.of(first.id(), third.id()).stream().sorted().toList(), left);
    assertFalse(left.contains(empty.id()));
  }

  @Test
  void powerCutAtEveryStep_losesNothingAndTakesItUpOnce() throws Exception {
    int cuts = 0;
    for (int step = 0; ; step++) {
      Tablet tablet = tablet(step + 10);
      DraftView draft = written(tablet);
      tablet.complete(draft);
      tablet.start();
      assertEquals(
          ADDRESS, tablet.work.draft(Tablet.WORKER, draft.id()).answers().get("address"), "kept");
      tablet.world.cutAfter(step);
      boolean cut = false;
      try {
        tablet.work.handIn(Tablet.WORKER, draft.id());
      } catch (PowerCut e) {
        cut = true;
        cuts++;
      }
      tablet.start();
      tablet.work.beat();
      if (tablet.queue.queued.isEmpty()) {
        tablet.work.handIn(Tablet.WORKER, draft.id());
      }
      assertEquals(List.of(draft.id()), tablet.queue.order, "cut at step " + step);
      assertEquals(3, tablet.work.houses().size(), "cut at step " + step);
      if (!cut) {
        break;
      }
    }
    assertTrue(cuts > 20, cuts + " cuts");
  }

  @Test
  void queueFull_itIsKept_andGoesLater() throws Exception {
    Tablet tablet = tablet(5);
    DraftView draft = written(tablet);
    tablet.complete(draft);
    tablet.queue.refuses = OutboxException.Reason.FULL;
    assertEquals("KEPT", tablet.work.handIn(Tablet.WORKER, draft.id()).state());
    tablet.queue.refuses = null;
    tablet.work.beat();
    assertEquals("WAITING", tablet.work.sync(Tablet.WORKER).sent().get(0).state());
    assertEquals(ADDRESS, tablet.work.sync(Tablet.WORKER).sent().get(0).title());
  }

  @Test
  void platformThatMatchedIt_putsItsOwnInItsPlace_orTakesItOverUnderItsName() throws Exception {
    for (boolean own : new boolean[] {true, false}) {
      Tablet tablet = tablet(6);
      DraftView draft = written(tablet);
      tablet.complete(draft);
      tablet.work.handIn(Tablet.WORKER, draft.id());
      Map<String, String> order = Tablet.morning();
      String id = own ? "H900" : draft.household();
      Tablet.house(order, id, 1, ADDRESS, "王小满");
      if (own) {
        order.put("house." + draft.household() + ".gone", "true");
      }
      assertTrue(tablet.orders.run(order).done());
      assertEquals(3, tablet.work.houses().size());
      HouseLine listed = house(tablet, id);
      assertFalse(listed.fresh());
      assertFalse(listed.changed(), "what was taken over is nobody's change any more");
      assertEquals(0, listed.conflicts());
    }
  }

  @Test
  void residentWhoDoesNotAgree_isNotListedWithIt() throws Exception {
    Tablet tablet = tablet(7);
    DraftView draft = written(tablet);
    tablet.work.consent(Tablet.WORKER, draft.id(), false);
    tablet.work.answer(Tablet.WORKER, draft.id(), "signRefused", "不愿意");
    tablet.work.handIn(Tablet.WORKER, draft.id());
    assertFalse(sent(tablet).containsKey("p1Name"));
    assertEquals(0, house(tablet, draft.household()).people());
    assertEquals(ADDRESS, sent(tablet).get("address"));
  }
}

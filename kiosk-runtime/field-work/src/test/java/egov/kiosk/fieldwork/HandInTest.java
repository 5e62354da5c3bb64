package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.Sent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is handed in gets to the queue once, wherever the tablet stopped. */
class HandInTest {
  @Test
  void visit_powerCutAtEveryStepOfHandingIn_isQueuedOnceWithEveryPieceOnce() throws Exception {
    int cuts = 0;
    for (int step = 0; ; step++) {
      World world = new World(step);
      Tablet tablet = written(world);
      String id = tablet.work.today(Tablet.WORKER).drafts().get(0).id();
      world.cutAfter(step);
      boolean cut = false;
      try {
        tablet.work.handIn(Tablet.WORKER, id);
      } catch (PowerCut e) {
        cut = true;
        cuts++;
      }
      tablet.start();
      tablet.work.beat();
      // Cut off before it was noted as handed in, it is a draft still, and the worker presses
      // again.
      if (tablet.queue.queued.isEmpty()) {
        tablet.work.handIn(Tablet.WORKER, id);
      }
      assertOnce(tablet, id, "cut at step " + step);
      if (!cut) {
        break;
      }
    }
    assertTrue(cuts > 40, cuts + " cuts");
  }

  private static Tablet written(World world) throws Exception {
    Tablet tablet = Tablet.in(world);
    tablet.orders.run(Tablet.morning());
    DraftView draft = tablet.visit("H1");
    tablet.work.answer(Tablet.WORKER, draft.id(), "p1Phone", "13900005678");
    tablet.work.photo(Tablet.WORKER, draft.id(), "photo", Tablet.jpeg(1));
    tablet.work.photo(Tablet.WORKER, draft.id(), "photo", Tablet.jpeg(2));
    tablet.complete(draft);
    return tablet;
  }

  private static void assertOnce(Tablet tablet, String id, String when) throws Exception {
    assertEquals(List.of(id), tablet.queue.order, when);
    Transaction sent = tablet.queue.sealed.values().iterator().next();
    List<String> named = sent.enclosed().enclosures().stream().map(Enclosure::name).toList();
    assertEquals(List.of("photo-1", "photo-2", "signature-strokes"), named, when);
    assertEquals(3, tablet.queue.attached.size(), when);
    assertEquals("13900005678", sent.form().values().get("p1Phone"), when);
    assertTrue(!sent.form().values().containsKey("p1Name"), "only what changed: " + when);
    tablet.work.beat();
    assertTrue(tablet.work.today(Tablet.WORKER).drafts().isEmpty(), when);
    List<Sent> notes = tablet.work.sync(Tablet.WORKER).sent();
    assertEquals(1, notes.size(), when);
    assertEquals("WAITING", notes.get(0).state(), when);
    boolean piecesLeft =
        tablet.world.files().keySet().stream().anyMatch(file -> file.toString().contains("piece"));
    assertTrue(!piecesLeft, "no photo is left behind: " + when);
  }

  @Test
  void handIn_queueFull_isKeptAndGoesLater() throws Exception {
    Tablet tablet = written(new World(3));
    String id = tablet.work.today(Tablet.WORKER).drafts().get(0).id();
    tablet.queue.refuses = OutboxException.Reason.FULL;
    assertEquals("KEPT", tablet.work.handIn(Tablet.WORKER, id).state());
    FieldException refused =
        assertThrows(
            FieldException.class, () -> tablet.work.answer(Tablet.WORKER, id, "note", "later"));
    assertEquals(Reason.HANDED_IN, refused.reason());
    tablet.queue.refuses = null;
    tablet.work.beat();
    assertEquals("WAITING", tablet.work.sync(Tablet.WORKER).sent().get(0).state());
    tablet.queue.states.replaceAll((one, state) -> DeliveryState.DELIVERED);
    Sent arrived = tablet.work.sync(Tablet.WORKER).sent().get(0);
    assertEquals("ARRIVED", arrived.state());
    assertEquals("SL-1", arrived.officialNumber());
    assertEquals(0, tablet.work.sync(Tablet.WORKER).unsent());
  }

  @Test
  void handIn_withoutConsentOrWithBadNumber_saysWhich() throws Exception {
    Tablet tablet = Tablet.in(new World(4));
    tablet.orders.run(Tablet.morning());
    DraftView draft = tablet.visit("H1");
    tablet.work.answer(Tablet.WORKER, draft.id(), "p2Number", "110105194912310021");
    DraftView seen = tablet.work.draft(Tablet.WORKER, draft.id());
    assertEquals("CHECK", seen.numbers().get("p2Number").code());
    assertEquals(18, seen.numbers().get("p2Number").position());
    FieldException refused =
        assertThrows(FieldException.class, () -> tablet.work.handIn(Tablet.WORKER, draft.id()));
    List<String> fields = refused.errors().stream().map(error -> error.questionId()).toList();
    assertEquals(List.of("p2Number", "consent"), fields);
  }

  @Test
  void visit_residentDoesNotAgree_peopleAreNeitherSentNorKept() throws Exception {
    Tablet tablet = Tablet.in(new World(5));
    tablet.orders.run(Tablet.morning());
    DraftView draft = tablet.visit("H1");
    tablet.work.answer(Tablet.WORKER, draft.id(), "p1Name", "李小梅");
    tablet.work.answer(Tablet.WORKER, draft.id(), "use", "RENT");
    tablet.work.consent(Tablet.WORKER, draft.id(), false);
    tablet.work.answer(Tablet.WORKER, draft.id(), "signRefused", "不在家");
    tablet.work.handIn(Tablet.WORKER, draft.id());
    Map<String, String> sent = tablet.queue.sealed.values().iterator().next().form().values();
    assertEquals("RENT", sent.get("use"));
    assertEquals("不在家", sent.get("signRefused"));
    assertTrue(sent.keySet().stream().noneMatch(field -> field.startsWith("p1")));
    assertEquals("李*", tablet.visit("H1").people().get(0).name());
  }

  @Test
  void grid_withoutAListForThirtyDaysOfThePlatformsTime_isForgotten() throws Exception {
    for (String at : List.of("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z")) {
      Tablet tablet = Tablet.in(new World(6));
      Map<String, String> order = Tablet.morning();
      order.put("at", at);
      tablet.orders.run(order);
      DraftView draft = tablet.visit("H1");
      tablet.complete(draft);
      tablet.work.handIn(Tablet.WORKER, draft.id());
      tablet.queue.states.replaceAll((one, state) -> DeliveryState.DELIVERED);
      tablet.work.beat();
      boolean old = at.startsWith("2026-10");
      assertEquals(old ? 0 : 2, tablet.work.houses().size(), at);
    }
  }

  @Test
  void numbers_areUniqueAndEndInACheckDigit() throws Exception {
    FieldNumbers numbers =
        new FieldNumbers(
            egov.kiosk.fieldwork.store.SealedFiles.open(
                java.nio.file.Path.of("/n"),
                new World(1),
                new egov.kiosk.domain.rest.WithoutKeys()),
            Tablet.NOON);
    String first = numbers.next().value();
    String second = numbers.next().value();
    assertTrue(first.startsWith("5") && !first.equals(second), first + " " + second);
    assertEquals('5', FieldNumbers.check("0794"), "the example of ISO 7064 for MOD 11,10");
  }

  @Test
  void photoThatWasAltered_isSaidOnce_andKeepsNobodyBehindIt() throws Exception {
    Tablet kept = Tablet.in(new World(9));
    kept.orders.run(Tablet.morning());
    kept.queue.refuses = OutboxException.Reason.FULL;
    DraftView draft = kept.visit("H1");
    kept.work.photo(Tablet.WORKER, draft.id(), "photo", Tablet.jpeg(1));
    kept.complete(draft);
    kept.work.handIn(Tablet.WORKER, draft.id());
    DraftView next = kept.visit("H2");
    kept.complete(next);
    kept.work.handIn(Tablet.WORKER, next.id());
    kept.world.files().keySet().removeIf(file -> file.startsWith("/field/piece"));
    kept.queue.refuses = null;
    try (Said said = new Said()) {
      for (int beat = 0; beat < 5; beat++) {
        kept.work.beat();
      }
      assertEquals(1, said.times("a photo is missing"), said.lines()::toString);
    }
  }
}

package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.desk.DraftView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wipe that something stands in the way of: it goes on, says so once, and loses no draft. */
class RescueTest {
  private Tablet tablet;
  private Lost lost;

  @BeforeEach
  void halfADay() throws Exception {
    tablet = Tablet.in(new World(1));
    lost = new Lost(tablet);
  }

  private List<Path> files(String shelf) {
    return tablet.world.files().keySet().stream()
        .filter(file -> file.startsWith("/field/" + shelf))
        .toList();
  }

  /** Too short to be anything that was sealed. */
  private void alter(Path file) {
    tablet.world.files().put(file, new byte[1]);
  }

  @Test
  void sealerThatRefuses_tenBeats_leavesNoMoreThanOneTry_andSaysItOnce() throws Exception {
    tablet.queue.sealsLeft = 0;
    try (Said said = new Said()) {
      assertFalse(tablet.wipe.run(Map.of()).done());
      for (int beat = 0; beat < 10; beat++) {
        tablet.work.beat();
        assertTrue(files("rescuedpiece").size() <= 2, files("rescuedpiece")::toString);
      }
      assertEquals(1, said.times("cannot be sealed yet"), said.lines()::toString);
      assertEquals(1, said.times("a wipe waits"), said.lines()::toString);
    }
    tablet.queue.sealsLeft = Integer.MAX_VALUE;
    tablet.work.beat();
    assertEquals(List.of(), lost.left());
    lost.assertRescuedOnce("when the certificate was renewed");
  }

  @Test
  void tryThatWasCutOff_itsPiecesGoWithTheNext_andAlteredPiecesAreSaidOnce() throws Exception {
    Path photo = files("piece").get(0);
    alter(photo);
    tablet.world.files().put(Path.of("/field/rescuedpiece/left-over"), new byte[64]);
    tablet.queue.sealsLeft = 0;
    try (Said said = new Said()) {
      tablet.wipe.run(Map.of());
      for (int beat = 0; beat < 10; beat++) {
        tablet.work.beat();
      }
      assertEquals(1, said.times("a piece of a draft was altered"), said.lines()::toString);
    }
    assertEquals(List.of(), files("rescuedpiece"));
  }

  @Test
  void alteredDraft_isSaidOnce_howeverLongTheOthersWait() throws Exception {
    DraftView other = tablet.visit("H2");
    alter(Path.of("/field/draft/" + other.id()));
    tablet.queue.sealsLeft = 0;
    try (Said said = new Said()) {
      tablet.wipe.run(Map.of());
      tablet.work.beat();
      tablet.work.beat();
      assertEquals(1, said.times("1 drafts were altered"), said.lines()::toString);
    }
  }

  @Test
  void alteredRescuedPiece_goesNotWithItsDraft_andKeepsNobodyBehindIt() throws Exception {
    DraftView other = tablet.visit("H2");
    tablet.work.photo(Tablet.WORKER, other.id(), "photo", Tablet.jpeg(2));
    tablet.queue.refuses = OutboxException.Reason.FULL;
    assertTrue(tablet.wipe.run(Map.of()).done());
    // Nothing was attached yet, as after a start.
    tablet.queue.attached.clear();
    assertEquals(4, files("rescuedpiece").size());
    alter(files("rescuedpiece").get(0));
    try (Said said = new Said()) {
      tablet.work.beat();
      tablet.work.beat();
      tablet.queue.refuses = null;
      tablet.work.beat();
      assertEquals(1, said.times("a piece of a rescued draft"), said.lines()::toString);
    }
    assertEquals(3, tablet.queue.attached.size());
    assertTrue(tablet.queue.order.containsAll(List.of(lost.open, other.id())));
    assertEquals(0, tablet.work.rescued());
    assertEquals(List.of(), lost.left());
  }

  @Test
  void alteredRescuedDraft_isSealedAnewWhileItsDraftIsThere() throws Exception {
    DraftView other = tablet.visit("H2");
    tablet.queue.refuses = OutboxException.Reason.FULL;
    tablet.queue.sealsLeft = 1;
    assertFalse(tablet.wipe.run(Map.of()).done());
    assertEquals(1, files("rescued").size());
    alter(files("rescued").get(0));
    tablet.queue.refuses = null;
    tablet.queue.sealsLeft = Integer.MAX_VALUE;
    tablet.work.beat();
    assertFalse(tablet.work.wiping());
    assertEquals(List.of(), lost.left());
    assertEquals(3, tablet.queue.order.size(), "each of them once");
    assertTrue(tablet.queue.order.containsAll(List.of(lost.open, other.id())));
  }

  @Test
  void wipeThatWaits_handsOverWhatIsSealedAlready() throws Exception {
    tablet.world.files().clear();
    StubbornDisk disk = new StubbornDisk(tablet.world);
    Tablet full = Tablet.behind(disk, tablet.world);
    Lost its = new Lost(full);
    full.queue.refuses = OutboxException.Reason.FULL;
    assertTrue(full.wipe.run(Map.of()).done());
    assertEquals(1, full.work.rescued());
    full.queue.refuses = null;
    disk.refuses = file -> file.endsWith("wiping");
    assertFalse(full.wipe.run(Map.of()).done(), "a second wipe cannot go on");
    full.work.beat();
    assertTrue(full.work.wiping());
    assertEquals(0, full.work.rescued());
    its.assertRescuedOnce("while a wipe waits");
  }

  @Test
  void refusedVisit_isRescuedWithoutWhoLivesThere() throws Exception {
    DraftView visit = tablet.visit("H2");
    tablet.work.answer(Tablet.WORKER, visit.id(), "p1Phone", "13900005678");
    tablet.work.answer(Tablet.WORKER, visit.id(), "note", "nobody opened");
    tablet.work.photo(Tablet.WORKER, visit.id(), "photo", Tablet.jpeg(3));
    tablet.work.consent(Tablet.WORKER, visit.id(), false);
    assertTrue(tablet.wipe.run(Map.of()).done());
    Transaction sent = tablet.queue.sealed.get(new TransactionId(visit.id()));
    String content = new String(lost.opened(sent, 0), StandardCharsets.UTF_8);
    assertTrue(content.contains("\"answer/note\":\"nobody opened\""), content);
    assertTrue(content.contains("\"consent\":\"REFUSED\""), content);
    assertFalse(content.contains("13900005678"), "what was refused is sent");
    assertFalse(content.contains("13800001234"), "what was there before is sent");
    assertFalse(content.contains("/p1"), content);
    List<String> names = sent.enclosed().enclosures().stream().map(Enclosure::name).toList();
    assertEquals(List.of("sealed-draft", "sealed-photo-1"), names, "as when it is handed in");
  }

  @Test
  void markThatFindsNoRoom_closesTheRoomAllTheSame_andIsNotedWhenThereIsRoom() throws Exception {
    StubbornDisk disk = new StubbornDisk(tablet.world);
    tablet.world.files().clear();
    Tablet full = Tablet.behind(disk, tablet.world);
    Lost its = new Lost(full);
    disk.refuses = file -> file.endsWith("wiping");
    assertFalse(full.wipe.run(Map.of()).done());
    FieldException closed = assertThrows(FieldException.class, () -> full.work.houses());
    assertEquals(Reason.WIPED, closed.reason());
    full.queue.keys = false;
    disk.refuses = file -> false;
    full.work.beat();
    assertTrue(full.world.files().containsKey(Path.of("/field/wiping")), "noted now");
    full.start();
    assertThrows(FieldException.class, () -> full.work.houses());
    full.queue.keys = true;
    full.work.beat();
    assertEquals(List.of(), its.left());
    its.assertRescuedOnce("after there was room");
  }

  @Test
  void startWhileAWipeCannotGoOn_begins_andTheBeatSaysWhyAndGoesOn() throws Exception {
    tablet.world.files().clear();
    StubbornDisk disk = new StubbornDisk(tablet.world);
    Tablet full = Tablet.behind(disk, tablet.world);
    Lost its = new Lost(full);
    full.queue.keys = false;
    assertFalse(full.wipe.run(Map.of()).done());
    full.queue.keys = true;
    disk.refuses = file -> true;
    full.start();
    try (Said said = new Said()) {
      full.work.beat();
      full.work.beat();
      assertEquals(1, said.times("cannot be read or written"), said.lines()::toString);
    }
    disk.refuses = file -> false;
    full.work.beat();
    assertEquals(List.of(), its.left());
    its.assertRescuedOnce("when there was room again");
  }
}

package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.ItemView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.SessionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitTest {
  @TempDir Path state;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = new Hall(state);
  }

  @Test
  void pressedAgain_sameAcceptedView() throws DeskException {
    hall.walkTo(SessionState.CONFIRM);
    SessionView first = hall.desk.act(hall.id, new Action.Submit()).orElseThrow();
    SessionView second = hall.desk.act(hall.id, new Action.Submit()).orElseThrow();
    assertEquals(first.accepted(), second.accepted());
    assertEquals(1, hall.queue.appends);
  }

  @Test
  void fiftyAtOnce_exactlyOneEnvelopeAndOneAnswer() throws Exception {
    hall.walkTo(SessionState.CONFIRM);
    hall.queue.slow = new CountDownLatch(1);
    ExecutorService presses = Executors.newFixedThreadPool(50);
    try {
      List<Future<SessionView>> views = new ArrayList<>();
      Callable<SessionView> press = () -> hall.desk.act(hall.id, new Action.Submit()).orElseThrow();
      for (int i = 0; i < 50; i++) {
        views.add(presses.submit(press));
      }
      Awaitility.await()
          .until(
              () ->
                  hall.told.stream()
                      .anyMatch(v -> v.isPresent() && v.get().page() == Page.CONFIRM));
      assertEquals(Page.CONFIRM, hall.page(), "the desk answers while the disk is slow");
      hall.queue.slow.countDown();
      SessionView.Accepted accepted = views.get(0).get(20, TimeUnit.SECONDS).accepted();
      for (Future<SessionView> view : views) {
        assertEquals(accepted, view.get(20, TimeUnit.SECONDS).accepted());
      }
    } finally {
      presses.shutdownNow();
    }
    assertEquals(1, hall.queue.appends);
    assertEquals(1, hall.queue.transactions());
    assertEquals(1, hall.queue.sealed.size());
  }

  @Test
  void endPressedMeanwhile_committedFirstThenWiped() throws Exception {
    hall.walkTo(SessionState.CONFIRM);
    hall.queue.slow = new CountDownLatch(1);
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      Future<Optional<SessionView>> submit =
          others.submit(() -> hall.desk.act(hall.id, new Action.Submit()));
      Awaitility.await().until(() -> hall.queue.sealed.size() == 1);
      Future<Optional<SessionView>> end =
          others.submit(() -> hall.desk.act(hall.id, new Action.End()));
      hall.wait(200);
      assertEquals(Page.CONFIRM, hall.page(), "the idle timer stands still");
      hall.queue.slow.countDown();
      assertEquals(Page.TAKE_CARD, end.get(20, TimeUnit.SECONDS).orElseThrow().page());
      submit.get(20, TimeUnit.SECONDS);
    } finally {
      others.shutdownNow();
    }
    assertEquals(1, hall.queue.transactions());
  }

  @ParameterizedTest
  @EnumSource(OutboxException.Reason.class)
  void notQueued_nothingAcceptedAndARetryWorks(OutboxException.Reason reason) throws DeskException {
    hall.queue.refuse = reason;
    hall.walkTo(SessionState.CONFIRM);
    assertEquals(Page.PROBLEM, hall.act(new Action.Submit()));
    assertEquals("QUEUE_UNAVAILABLE", hall.view().problem().fault());
    assertEquals("submit", hall.view().problem().actions().get(0));
    assertEquals(null, hall.view().accepted());
    hall.queue.refuse = null;
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertEquals(1, hall.queue.transactions());
    assertEquals(
        Samples.PHONE, hall.queue.sealed.get(0).form().values().get("phone"), "answers were kept");
  }

  @Test
  void failedAfterStoring_retryBringsTheSameBytesAndNothingDoubles() throws DeskException {
    hall.queue.refuse = OutboxException.Reason.IO;
    hall.queue.storesBeforeFailing = true;
    hall.walkTo(SessionState.CONFIRM);
    assertEquals(Page.PROBLEM, hall.act(new Action.Submit()));
    hall.queue.refuse = null;
    assertEquals(Page.CONFIRM, hall.act(new Action.Back()));
    assertThrows(
        DeskException.class,
        () -> hall.act(new Action.Back()),
        "what may be queued already cannot be changed");
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertEquals(1, hall.queue.transactions());
    assertEquals(1, hall.queue.sealed.size());
  }

  @Test
  void refusedBeforeStoring_answersMayBeMended() throws DeskException {
    hall.walkTo(SessionState.SUBMIT_PROBLEM);
    hall.act(new Action.Back());
    assertEquals(Page.FORM, hall.act(new Action.Back()));
    hall.act(new Action.Form(Map.of("living", "FAMILY"), false));
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
    assertEquals("FAMILY", hall.queue.sealed.get(1).form().values().get("living"));
    assertEquals(hall.queue.sealed.get(0).id(), hall.queue.sealed.get(1).id());
    assertEquals(hall.queue.sealed.get(0).localNumber(), hall.queue.sealed.get(1).localNumber());
  }

  @Test
  void notSealed_nothingQueuedAndARetryWorks() throws DeskException {
    hall.queue.sealBroken = true;
    hall.walkTo(SessionState.CONFIRM);
    hall.act(new Action.Submit());
    assertEquals("SEAL_UNAVAILABLE", hall.view().problem().fault());
    assertEquals(0, hall.queue.appends);
    hall.queue.sealBroken = false;
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
  }

  @Test
  void sealerMistake_isAProblemAndNotADeadPage() throws DeskException {
    hall.queue.sealMistaken = true;
    hall.walkTo(SessionState.CONFIRM);
    assertThrows(IllegalStateException.class, () -> hall.act(new Action.Submit()));
    assertEquals("QUEUE_UNAVAILABLE", hall.view().problem().fault());
    hall.queue.sealMistaken = false;
    assertEquals(Page.ACCEPTED, hall.act(new Action.Submit()));
  }

  @Test
  void noNumberToGive_refusedBeforeTheFirstPage() throws Exception {
    Path blocked = Files.writeString(state.resolve("blocked"), "no directory");
    hall = new Hall(blocked);
    DeskException refused = assertThrows(DeskException.class, () -> hall.begin(Samples.PENSION));
    assertEquals(DeskException.Reason.ITEM_UNAVAILABLE, refused.reason());
    assertEquals(ItemView.Reason.QUEUE_FULL, hall.desk.items().get(0).why());
    assertTrue(hall.desk.items().get(4).available(), "the guide needs no number");
  }

  @Test
  void receipt_switchesToTheOfficialNumberAndIsPushed() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    String provisional = hall.view().accepted().number();
    hall.told.clear();
    hall.desk.settled(hall.receipt(hall.view().accepted().transactionId()));
    SessionView.Accepted accepted = hall.view().accepted();
    assertTrue(accepted.official());
    assertEquals("350102600012", accepted.number());
    assertTrue(accepted.qr().contains("受理号 350102600012"));
    assertFalse(accepted.qr().contains(provisional));
    assertEquals(accepted, hall.told.get(0).orElseThrow().accepted());
  }

  @Test
  void receiptBeforeTheAcceptedPage_isNotLost() throws Exception {
    hall.walkTo(SessionState.CONFIRM);
    hall.queue.slow = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Optional<SessionView>> submit =
          other.submit(() -> hall.desk.act(hall.id, new Action.Submit()));
      Awaitility.await().until(() -> hall.queue.sealed.size() == 1);
      hall.desk.settled(hall.receipt(hall.queue.sealed.get(0).id().value()));
      hall.queue.slow.countDown();
      assertTrue(submit.get(20, TimeUnit.SECONDS).orElseThrow().accepted().official());
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void foreignOrRefusingReceipt_changesNothing() throws DeskException {
    hall.walkTo(SessionState.ACCEPTED);
    SessionView before = hall.view();
    hall.desk.settled(hall.receipt(TransactionId.create(hall.now).value()));
    hall.desk.settled(
        new PlatformReceipt(
            "350100-TEST-01",
            new TransactionId(before.accepted().transactionId()),
            "0".repeat(64),
            PlatformReceipt.Outcome.REJECTED,
            Optional.empty(),
            Optional.of("DUPLICATE"),
            hall.now));
    assertEquals(before.accepted(), hall.view().accepted());
    hall.act(new Action.End());
    hall.desk.settled(hall.receipt(before.accepted().transactionId()));
    assertEquals(null, hall.view().accepted());
  }
}

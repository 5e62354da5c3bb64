package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.lab.DdiServer;
import egov.kiosk.updates.lab.Desk;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.slot.SlotName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows 17, 20, 24, 25 and 34: trial and report, from the server's first word to its last. */
class ReportRowsTest {
  private static final Duration MINUTES = Duration.ofMinutes(3);
  private static final Duration HOURS = Duration.ofHours(2);

  @TempDir static Path workshop;
  private static Kiosk original;

  @TempDir Path home;
  @TempDir Path shelf;
  private Kiosk kiosk;
  private DdiServer server;
  private Desk desk;

  @BeforeAll
  static void original() throws Exception {
    original = new Kiosk(workshop).withVersion1();
  }

  @BeforeEach
  void machine() throws Exception {
    kiosk = original.copyTo(home);
    kiosk.publish(Kiosk.draft(2), shelf);
    server = new DdiServer(shelf);
    server.action = Optional.of("7");
    desk = new Desk(kiosk, server);
  }

  @AfterEach
  void close() {
    desk.close();
    server.close();
  }

  /** Downloaded, installed, begun, started. */
  private void untilTheTrial() throws Exception {
    desk.after(MINUTES);
    assertEquals(1, desk.restarts);
    assertEquals(SlotName.B, desk.prestart());
    desk.start(kiosk.now.plusSeconds(600));
  }

  private String last() {
    return server.feedback.get(server.feedback.size() - 1);
  }

  private boolean told(String finished) {
    return server.feedback.stream()
        .anyMatch(one -> one.contains("closed") && one.contains("\"" + finished + "\""));
  }

  @Test
  void row34_successIsToldOnlyAfterItWasKept() throws Exception {
    untilTheTrial();
    desk.after(Duration.ofSeconds(60));
    assertFalse(told("success"), "not while it is on trial");
    desk.after(MINUTES);
    assertEquals("2 KEPT", kiosk.state().outcome());
    assertTrue(told("success"), server.feedback.toString());
    assertTrue(
        server.descriptions.stream()
            .anyMatch(
                one -> one.contains("\"version\":\"2\"") || one.contains("\"trial\":\"true\"")));
  }

  @Test
  void row34_feedbackLost_isToldAgainAfterARestart() throws Exception {
    untilTheTrial();
    server.feedbackStatus = 500;
    desk.after(MINUTES);
    desk.start(kiosk.now.plusSeconds(1200));
    server.feedbackStatus = 200;
    server.feedback.clear();
    desk.after(HOURS);
    assertTrue(told("success"), server.feedback.toString());
  }

  @Test
  void row34_serverSaysGone_countsAsTold() throws Exception {
    untilTheTrial();
    server.feedbackStatus = 410;
    desk.after(MINUTES);
    int before = server.feedback.size();
    server.action = Optional.empty();
    desk.after(HOURS);
    desk.after(HOURS);
    assertEquals(before, server.feedback.size(), "told once");
  }

  @Test
  void row34_serverWantsItCancelledDuringTheTrial_localStateWins() throws Exception {
    untilTheTrial();
    server.cancel = Optional.of("7");
    desk.after(MINUTES);
    assertTrue(
        server.feedback.stream()
            .anyMatch(one -> one.contains("CANCEL") && one.contains("rejected")));
    assertEquals("2 KEPT", kiosk.state().outcome());
  }

  /** Under systemd once the case: the helper's files were its own, and no trial was ever kept. */
  @Test
  void stateThatTheRuntimeCannotRead_isTrouble() throws Exception {
    for (String copy : List.of("state.1", "state.2")) {
      Files.writeString(kiosk.places.state().resolve(copy), "nothing that can be read");
    }
    desk.alone(MINUTES);
    assertTrue(desk.standing().slots().trouble().contains("cannot be read"));
  }

  @Test
  void row17_otherUpdateDuringTheTrial_waits() throws Exception {
    untilTheTrial();
    kiosk.publish(Kiosk.draft(3), shelf);
    server.action = Optional.of("8");
    desk.alone(Duration.ofSeconds(70));
    desk.askNow();
    desk.alone(Duration.ofSeconds(5));
    assertTrue(kiosk.state().trying().isPresent());
    assertEquals(2, kiosk.state().version(SlotName.B));
    kiosk.publish(Kiosk.draft(3));
    var refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            egov.kiosk.updates.UpdateRefusedException.class,
            () -> kiosk.updater().install(kiosk.places.download()));
    assertEquals(egov.kiosk.updates.Refusal.BUSY, refused.refusal());
  }

  @Test
  void row20_citizenThere_deferred_thenOnlyAtNightAfterADay() throws Exception {
    desk.serving = true;
    desk.after(MINUTES);
    assertEquals(0, desk.restarts);
    desk.time = LocalTime.of(2, 30);
    desk.after(Duration.ofHours(3));
    assertEquals(0, desk.restarts, "not in the first night");
    desk.time = LocalTime.NOON;
    desk.after(Duration.ofHours(22));
    assertEquals(0, desk.restarts, "not by day");
    desk.time = LocalTime.of(2, 30);
    desk.after(MINUTES);
    assertEquals(1, desk.restarts);
  }

  @Test
  void row20_queueMoreThanFourFifthsFull_deferred() throws Exception {
    desk.queueFull = true;
    desk.after(MINUTES);
    assertEquals(0, desk.restarts);
    desk.queueFull = false;
    desk.after(MINUTES);
    assertEquals(1, desk.restarts);
  }

  @Test
  void row24_deviceThatAnsweredBeforeIsSilent_givenUpAndToldAsFailure() throws Exception {
    untilTheTrial();
    desk.working = Set.of("outbox");
    desk.alone(Duration.ofSeconds(5));
    desk.after(Duration.ofSeconds(55));
    assertTrue(kiosk.state().trying().isPresent(), "it has 75 seconds");
    desk.after(Duration.ofSeconds(20));
    assertEquals("2 GIVEN_UP health-printer", kiosk.state().outcome());
    assertEquals(SlotName.A, kiosk.updater().prestart());
    assertEquals(1, kiosk.running());
    desk.start(kiosk.now.plusSeconds(1200));
    desk.after(HOURS);
    assertTrue(told("failure"), server.feedback.toString());
    assertFalse(told("success"));
    assertTrue(desk.records.contains("FAILED health-printer 2"), desk.records.toString());
  }

  @Test
  void row25_lineWasDownBefore_isNoReason() throws Exception {
    desk.online = false;
    untilTheTrial();
    desk.after(MINUTES);
    assertEquals("2 KEPT", kiosk.state().outcome());
  }

  @Test
  void row25_lineWorkedBefore_tenMinutesThenGivenUp() throws Exception {
    untilTheTrial();
    desk.online = false;
    desk.after(Duration.ofMinutes(9));
    assertTrue(kiosk.state().trying().isPresent());
    desk.after(Duration.ofMinutes(2));
    assertEquals("2 GIVEN_UP line", kiosk.state().outcome());
  }

  @Test
  void refusedVersion_isToldOnceAndNotTriedAgain() throws Exception {
    untilTheTrial();
    kiosk.updater().giveUp("test");
    kiosk.updater().prestart();
    desk.start(kiosk.now.plusSeconds(1200));
    desk.after(HOURS);
    assertTrue(last().contains("failure"), last());
    server.action = Optional.of("9");
    desk.after(HOURS);
    assertTrue(last().contains("KNOWN_BAD"), last());
    assertEquals(1, kiosk.running());
  }
}

package egov.kiosk.agent.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.Reconciliation;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyBooksTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  @TempDir Path directory;
  private final StatementDesk desk = new StatementDesk();
  private Instant clock = noon(DAY);
  private long nanos;

  @BeforeEach
  void businessYesterday() {
    desk.settled.put(DAY.minusDays(1), 3L);
  }

  private DailyBooks open() {
    return new DailyBooks(
        desk, desk.outbox(), desk, Optional.of(directory), () -> clock, () -> nanos);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  private static DailyBooks hear(DailyBooks books, Instant issuedAt) {
    books
        .platformTime()
        .settled(
            new PlatformReceipt(
                "lab-000001",
                TransactionId.create(issuedAt),
                "0".repeat(64),
                PlatformReceipt.Outcome.ACCEPTED,
                Optional.of("1"),
                Optional.empty(),
                issuedAt));
    return books;
  }

  private List<LocalDate> days() {
    return desk.sealed.stream()
        .filter(s -> desk.queued.containsKey(s.id()))
        .map(s -> ((Reconciliation) s).books().day())
        .distinct()
        .toList();
  }

  @Test
  void firstDay_nothingClosed_fromThenOnEveryDay() throws Exception {
    desk.settled.clear();
    DailyBooks books = hear(open(), noon(DAY));
    assertEquals(0, books.work());
    hear(books, noon(DAY.plusDays(1)));
    assertEquals(1, books.work());
    hear(books, noon(DAY.plusDays(2)));
    assertEquals(1, books.work());
    assertEquals(List.of(DAY, DAY.plusDays(1)), days());
  }

  @Test
  void dayOver_closedOnceUrgently() throws Exception {
    DailyBooks books = hear(open(), noon(DAY));
    assertEquals(1, books.work());
    assertEquals(0, books.work());
    assertEquals(List.of(DAY.minusDays(1)), days());
    SignedEnvelope message = desk.queued.values().iterator().next();
    assertEquals(MessageKind.RECONCILIATION, message.kind());
    assertEquals(Lane.URGENT, message.label().lane());
  }

  @Test
  void midnightPasses_nextDayClosedWithinTheSpread() throws Exception {
    DailyBooks books = hear(open(), noon(DAY));
    books.work();
    nanos += Duration.ofHours(12).toNanos();
    assertEquals(0, books.work(), "its last receipts may be on their way");
    nanos += Duration.ofSeconds(600 + 3600).toNanos();
    assertEquals(1, books.work());
    assertEquals(List.of(DAY.minusDays(1), DAY), days());
  }

  @Test
  void offForDays_eachMissedDayClosed() throws Exception {
    hear(open(), noon(DAY)).work();
    assertEquals(5, hear(open(), noon(DAY.plusDays(5))).work());
    assertEquals(6, days().size());
  }

  @Test
  void offForAYear_boundedNumberOfDays() throws Exception {
    hear(open(), noon(DAY)).work();
    assertEquals(DailyBooks.MOST_DAYS, hear(open(), noon(DAY.plusYears(1))).work());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-11-20", "2026-11-20\n02-11-6202\nx", "2026-11-2\0\n02-11-6202\n\n"})
  void memoryDamaged_offeredAgain_queuedOnce(String content) throws Exception {
    hear(open(), noon(DAY)).work();
    Files.writeString(directory.resolve("closed-day"), content);
    assertEquals(0, hear(open(), noon(DAY)).work());
    assertEquals(1, desk.queued.size());
    assertEquals(2, desk.sealed.size());
    assertEquals(1, hear(open(), noon(DAY.plusDays(1))).work());
  }

  @Test
  void memoryLost_daysWithBusinessOfTheLastWeekClosed() throws Exception {
    desk.settled.put(DAY.minusDays(3), 7L);
    desk.settled.put(DAY.minusDays(30), 7L);
    assertEquals(2, hear(open(), noon(DAY)).work());
    assertEquals(List.of(DAY.minusDays(3), DAY.minusDays(1)), days());
  }

  @Test
  void noReceiptYet_nothingClosed_afterADayTheKiosksClockCounts() throws Exception {
    DailyBooks books = open();
    assertEquals(0, books.work());
    nanos += Duration.ofDays(1).toNanos();
    assertEquals(1, books.work());
    assertEquals(List.of(DAY.minusDays(1)), days());
  }

  @Test
  void noReceiptAndClockBeforeTheProgram_nothingClosed() throws Exception {
    clock = Instant.EPOCH;
    DailyBooks books = open();
    nanos += Duration.ofDays(3).toNanos();
    assertEquals(0, books.work());
  }

  @Test
  void kiosksClockAYearAhead_platformsDayCounts() throws Exception {
    clock = noon(DAY.plusYears(1));
    assertEquals(1, hear(open(), noon(DAY)).work());
    assertEquals(List.of(DAY.minusDays(1)), days());
  }

  @Test
  void wrongDayRememberedInTheFuture_booksGoOnAsSoonAsTheTimeIsRight() throws Exception {
    new ClosedDay(Optional.of(directory)).write(DAY.plusYears(1));
    assertEquals(1, hear(open(), noon(DAY)).work());
    assertEquals(List.of(DAY.minusDays(1)), days());
    assertEquals(Optional.of(DAY.minusDays(1)), new ClosedDay(Optional.of(directory)).read());
  }

  @Test
  void olderReceiptAfterNewer_timeNeverGoesBack() {
    PlatformTime time = new PlatformTime(() -> nanos);
    assertTrue(time.now().isEmpty());
    DailyBooks books = hear(hear(open(), noon(DAY)), noon(DAY.minusDays(9)));
    assertEquals(Optional.of(noon(DAY)), books.platformTime().now());
  }

  @Test
  void queueFullOrKeyLocked_dayStaysOpenAndIsClosedLater() throws Exception {
    DailyBooks books = hear(open(), noon(DAY));
    desk.failing = OutboxException.Reason.FULL;
    assertThrows(OutboxException.class, books::work);
    desk.failing = null;
    desk.locked = true;
    assertThrows(SealException.class, books::work);
    desk.locked = false;
    assertEquals(1, books.work());
  }
}

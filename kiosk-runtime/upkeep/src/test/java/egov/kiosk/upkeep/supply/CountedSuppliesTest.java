package egov.kiosk.upkeep.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintTally;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.domain.upkeep.Supplies.Supply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counted, not guessed: what is left and for how long. */
class CountedSuppliesTest implements PrintTally {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;
  private final List<Instant> slips = new ArrayList<>();
  private final Set<String> devices = new HashSet<>(Set.of("printer"));
  private Instant now = START;
  private CountedSupplies supplies;

  @BeforeEach
  void open() throws Exception {
    supplies = new CountedSupplies(directory, () -> Optional.of(this), () -> devices, () -> now);
  }

  @Override
  public long printed(PrintKind kind, Instant from, Instant until) {
    return slips.stream()
        .filter(at -> kind == PrintKind.SLIP && !at.isBefore(from) && at.isBefore(until))
        .count();
  }

  @Override
  public Optional<Instant> since() {
    return slips.stream().findFirst();
  }

  /** So many slips a day, evenly, for so many days. */
  private void work(int days, int aDay) {
    for (int slip = 0; slip < days * aDay; slip++) {
      slips.add(now.plus(DAY.dividedBy(aDay).multipliedBy(slip)));
    }
    now = now.plus(DAY.multipliedBy(days));
  }

  private Supply slipPaper() {
    return supplies.supplies().get(0);
  }

  @Test
  void nobodySaidWhatIsIn_nothingIsKnown_howeverMuchIsPrinted() {
    work(5, 20);
    assertEquals(OptionalInt.empty(), slipPaper().left());
    assertEquals(OptionalInt.empty(), slipPaper().days());
    assertEquals(20, slipPaper().perDay().orElseThrow(), 0.5);
  }

  @Test
  void aRollPutIn_lastsAsLongAsTwoWeeksOfWorkSay() throws Exception {
    work(10, 20);
    supplies.refilled("slip-paper", 300);
    work(4, 20);
    now = now.plus(Duration.ofMinutes(11));
    Supply paper = slipPaper();
    assertEquals(220, paper.left().orElseThrow());
    assertEquals(10, paper.days().orElseThrow(), 1);
  }

  @Test
  void twoDaysOfWork_areTooFewToReckonWith() throws Exception {
    supplies.refilled("slip-paper", 300);
    work(2, 20);
    now = now.plus(Duration.ofMinutes(11));
    assertEquals(260, slipPaper().left().orElseThrow());
    assertEquals(OptionalInt.empty(), slipPaper().days());
  }

  @Test
  void ledgerForgets_whatWasCountedStays_alsoOverAStart() throws Exception {
    supplies.refilled("slip-paper", 300);
    work(4, 20);
    now = now.plus(Duration.ofMinutes(11));
    assertEquals(220, slipPaper().left().orElseThrow());
    slips.clear();
    open();
    assertEquals(220, slipPaper().left().orElseThrow());
  }

  @Test
  void nothingPrinted_nothingIsWrittenButOnceADay() throws Exception {
    supplies.refilled("slip-paper", 300);
    byte[] before = Files.readAllBytes(directory.resolve("supplies"));
    now = now.plus(Duration.ofHours(20));
    slipPaper();
    assertEquals(new String(before), Files.readString(directory.resolve("supplies")));
    now = now.plus(Duration.ofHours(20));
    slipPaper();
    assertTrue(!new String(before).equals(Files.readString(directory.resolve("supplies"))));
  }

  @Test
  void moreUsedThanPutIn_isNoneLeft_andAClockSetBackCountsNothingTwice() throws Exception {
    supplies.refilled("slip-paper", 5);
    work(4, 20);
    now = now.plus(Duration.ofMinutes(11));
    assertEquals(0, slipPaper().left().orElseThrow());
    assertEquals(0, slipPaper().days().orElseThrow());
    supplies.refilled("slip-paper", 300);
    now = now.minus(DAY);
    assertEquals(300, slipPaper().left().orElseThrow());
  }

  @Test
  void onlyWhatThisKioskHas_andOnlySensibleAnswers() {
    assertEquals(List.of("slip-paper"), supplies.supplies().stream().map(Supply::name).toList());
    devices.add("page-printer");
    assertEquals(3, supplies.supplies().size());
    for (int wrong : new int[] {0, -1, 100_001}) {
      SetupException refused =
          assertThrows(SetupException.class, () -> supplies.refilled("toner", wrong));
      assertEquals(Reason.BAD_ANSWER, refused.reason());
    }
    devices.remove("page-printer");
    assertThrows(SetupException.class, () -> supplies.refilled("toner", 1000));
  }

  @Test
  void fileDamaged_isAsIfNobodyHadSaidAnything() throws Exception {
    Files.writeString(
        directory.resolve("supplies"), "slip-paper 300 when 1 when\nslip-paper x\n\n\u0000");
    open();
    assertEquals(OptionalInt.empty(), slipPaper().left());
  }
}

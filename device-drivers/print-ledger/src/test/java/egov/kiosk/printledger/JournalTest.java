package egov.kiosk.printledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file under the ledger: whole, torn, damaged, full of junk. */
class JournalTest {
  private static final String DIGEST = "ab".repeat(32);
  private static final TransactionId TRANSACTION = TransactionId.create(Instant.ofEpochSecond(2));
  private static final byte[] JOURNAL = journal();

  @TempDir Path directory;
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");

  private Ledger open() throws IOException {
    return Ledger.open(new Shelf(directory, Duration.ofDays(30), () -> now), () -> now);
  }

  private Path file() {
    return directory.resolve("prints.log");
  }

  private static byte[] journal() {
    try {
      Path directory = Files.createTempDirectory("journal");
      try (Ledger ledger =
          Ledger.open(
              new Shelf(directory, Duration.ofDays(1), () -> Instant.EPOCH), () -> Instant.EPOCH)) {
        for (int i = 0; i < 3; i++) {
          Entry entry = ledger.begin(TRANSACTION, PrintKind.COPY, DIGEST, 2);
          ledger.sending(entry.job().id());
          ledger.ticket(entry.job().id(), new PageTicket(4));
          ledger.ended(entry.job().id(), PrintState.ASK, Optional.of(FaultCode.PAPER_OUT));
          ledger.answered(entry.job().id(), false, Actor.STAFF);
        }
        return Files.readAllBytes(directory.resolve("prints.log"));
      } finally {
        Files.delete(directory.resolve("prints.log"));
        Files.delete(directory.resolve("lock"));
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Property
  void tornAnywhere_isNoDamageAndKeepsEveryWholeLine(@ForAll @IntRange(max = 4_000) int cut) {
    int at = cut % (JOURNAL.length + 1);
    Reading reading = Reading.of(Arrays.copyOf(JOURNAL, at));
    assertFalse(reading.damaged());
    long lines = new String(JOURNAL, 0, at, StandardCharsets.US_ASCII).lines().count();
    boolean whole = at == 0 || JOURNAL[at - 1] == '\n';
    assertEquals(whole ? lines : lines - 1, reading.lastNumber());
  }

  @Property
  void anyChangedByte_isNeverBelieved(
      @ForAll @IntRange(max = 10_000) int where, @ForAll @IntRange(min = 1, max = 255) int how) {
    byte[] bytes = JOURNAL.clone();
    int at = where % bytes.length;
    bytes[at] ^= (byte) how;
    Reading reading = Reading.of(bytes);
    boolean torn = at == bytes.length - 1;
    assertTrue(reading.damaged() || (torn && reading.lastNumber() == 14));
  }

  @Property
  void anyBytes_areReadWithoutAnException(@ForAll @Size(max = 2_000) byte[] junk) {
    Reading reading = Reading.of(junk);
    assertEquals(0, reading.book().entries().size());
  }

  @Test
  void lineLeftOutOrSwapped_isDamage() {
    List<String> lines = new String(JOURNAL, StandardCharsets.US_ASCII).lines().toList();
    String without =
        String.join("\n", lines.subList(0, 2))
            + "\n"
            + String.join("\n", lines.subList(3, lines.size()))
            + "\n";
    assertTrue(Reading.of(without.getBytes(StandardCharsets.US_ASCII)).damaged());
    String swapped = lines.get(1) + "\n" + lines.get(0) + "\n";
    assertTrue(Reading.of(swapped.getBytes(StandardCharsets.US_ASCII)).damaged());
  }

  @Test
  void openedAgain_saysTheSame() throws IOException {
    String id;
    try (Ledger ledger = open()) {
      id = ledger.begin(TRANSACTION, PrintKind.SLIP, DIGEST, 1).job().id();
      ledger.sending(id);
      ledger.ended(id, PrintState.ASK, Optional.of(FaultCode.PRINT_UNKNOWN));
      ledger.answered(id, true, Actor.CITIZEN);
    }
    byte[] before;
    try (Ledger ledger = open()) {
      Entry entry = ledger.find(id).orElseThrow();
      assertEquals(PrintState.ASK, entry.job().state());
      assertEquals(Optional.of(FaultCode.PRINT_UNKNOWN), entry.job().fault());
      assertTrue(entry.job().answer().orElseThrow().paperCame());
      before = Files.readAllBytes(file());
    }
    open().close();
    assertArrayEquals(before, Files.readAllBytes(file()));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
  }

  @Test
  void oldAndSettled_isForgottenAndWhatAsksNever() throws IOException {
    try (Ledger ledger = open()) {
      String settled = ledger.begin(TRANSACTION, PrintKind.COPY, DIGEST, 1).job().id();
      ledger.ended(settled, PrintState.PRINTED, Optional.empty());
      String asks = ledger.begin(TRANSACTION, PrintKind.COPY, DIGEST, 1).job().id();
      ledger.sending(asks);
      ledger.ended(asks, PrintState.ASK, Optional.empty());
    }
    now = now.plus(Duration.ofDays(31));
    try (Ledger ledger = open()) {
      assertEquals(1, ledger.asking().size());
      assertEquals(PrintState.ASK, ledger.newest(TRANSACTION, DIGEST).orElseThrow().job().state());
      assertEquals(3, Files.readString(file()).lines().count());
    }
  }

  @Test
  void damagedFile_isSetAsideAndWhatWasOpenAsks() throws Exception {
    String open;
    try (Ledger ledger = open()) {
      String first = ledger.begin(TRANSACTION, PrintKind.COPY, DIGEST, 1).job().id();
      ledger.ended(first, PrintState.PRINTED, Optional.empty());
      open = ledger.begin(TRANSACTION, PrintKind.COPY, DIGEST, 1).job().id();
    }
    byte[] bytes = Files.readAllBytes(file());
    bytes[40] ^= 1;
    Files.write(file(), bytes);
    try (Bench bench = new Bench(directory)) {
      assertEquals(List.of(open), bench.desk.asking().stream().map(job -> job.id()).toList());
      assertEquals(Level.WARN, bench.desk.check().check(Duration.ofSeconds(1)).level());
      assertEquals(1, bench.ledger.setAside().size());
      assertArrayEquals(
          bytes, Files.readAllBytes(directory.resolve(bench.ledger.setAside().get(0))));
    }
  }

  @Test
  void secondRuntime_isRefused() throws IOException {
    try (Ledger ledger = open()) {
      assertEquals(0, ledger.asking().size());
      IOException refused = assertThrows(IOException.class, this::open);
      assertTrue(refused.getMessage().contains("another runtime"), refused.getMessage());
    }
    open().close();
  }

  @Test
  void growsTooLarge_isWrittenAnewWhileItWorks() throws IOException {
    Shelf small = new Shelf(directory, Duration.ofMinutes(5), () -> now, 4_000);
    try (Ledger ledger = Ledger.open(small, () -> now)) {
      for (int i = 0; i < 100; i++) {
        now = now.plusSeconds(60);
        String id = ledger.begin(TRANSACTION, PrintKind.COPY, DIGEST, 1).job().id();
        ledger.ended(id, PrintState.PRINTED, Optional.empty());
        assertTrue(ledger.find(id).isPresent());
      }
      assertTrue(Files.size(file()) < 5_000, "300 bytes a job: " + Files.size(file()));
    }
    try (Ledger ledger = open()) {
      assertTrue(ledger.newest(TRANSACTION, DIGEST).isPresent());
      assertEquals(List.of(), ledger.setAside());
    }
  }
}

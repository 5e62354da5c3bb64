package egov.kiosk.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedJournalTest {
  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("accepted.jsonl");
  }

  @Test
  void appended_isThereAfterReopening() throws Exception {
    Accepted one = accepted(Optional.of("20261121000001"));
    Accepted two = accepted(Optional.empty());
    try (AcceptedJournal journal = AcceptedJournal.open(file)) {
      journal.append(List.of(one));
      journal.append(List.of(two));
    }
    try (AcceptedJournal journal = AcceptedJournal.open(file)) {
      assertEquals(List.of(one, two), journal.all());
      assertEquals(Optional.of(two), journal.find(two.id()));
    }
  }

  @Test
  void lastLine_cutAnywhere_isDroppedAndTheFileGoesOn() throws Exception {
    Accepted one = accepted(Optional.of("20261121000001"));
    Accepted two = accepted(Optional.of("20261121000002"));
    String whole = AcceptedLine.write(one) + "\n";
    String torn = AcceptedLine.write(two);
    for (int cut = 1; cut <= torn.length(); cut += 7) {
      Files.writeString(file, whole + torn.substring(0, cut));
      try (AcceptedJournal journal = AcceptedJournal.open(file)) {
        assertEquals(List.of(one), journal.all());
        journal.append(List.of(two));
      }
      assertEquals(whole + torn + "\n", Files.readString(file));
    }
  }

  @Test
  void damage_insideTheFile_stopsTheStartAndKeepsTheFile() throws Exception {
    try (AcceptedJournal journal = AcceptedJournal.open(file)) {
      journal.append(List.of(accepted(Optional.empty())));
    }
    Files.writeString(file, "{\"id\":3}\n", StandardOpenOption.APPEND);
    String before = Files.readString(file);
    IOException refusal = assertThrows(IOException.class, () -> AcceptedJournal.open(file));
    assertTrue(refusal.getMessage().contains("line 2"), refusal::getMessage);
    assertEquals(before, Files.readString(file));
  }

  @Test
  void openTwice_isRefused() throws Exception {
    try (AcceptedJournal journal = AcceptedJournal.open(file)) {
      assertEquals(0, journal.all().size());
      assertThrows(IOException.class, () -> AcceptedJournal.open(file));
    }
  }

  @Test
  void sameId_appendedTwice_isRefused() throws Exception {
    try (AcceptedJournal journal = AcceptedJournal.open(file)) {
      Accepted one = accepted(Optional.empty());
      journal.append(List.of(one));
      assertThrows(IllegalArgumentException.class, () -> journal.append(List.of(one)));
    }
  }

  private static Accepted accepted(Optional<String> number) {
    Instant now = Instant.parse("2026-11-21T08:00:00.123Z");
    return new Accepted(
        TransactionId.create(now),
        number.isPresent() ? MessageKind.ITEM : MessageKind.RATING,
        "zj-hz-000001",
        "QUERY-1",
        "0".repeat(64),
        number,
        now);
  }
}

package egov.kiosk.outboxsqlite.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.outbox.IncidentListener;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.Untold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentTellerTest {
  private static final Instant AT = Instant.parse("2026-11-22T01:02:03.004Z");

  @TempDir Path temp;
  private StateDirectory directory;
  private Untold untold;

  private record Told(Instant at, List<SequenceRange> missing) {}

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final IncidentListener listener = (at, missing) -> told.add(new Told(at, missing));

  @BeforeEach
  void place() throws Exception {
    directory = StateDirectory.open(temp.resolve("q"));
    untold = new Untold(directory);
  }

  @Test
  void incidents_beforeAndAfterTheListenerCame_eachToldOnce() throws Exception {
    List<SequenceRange> missing = List.of(new SequenceRange(3, 3), new SequenceRange(7, 20));
    untold.note(AT, missing);
    try (IncidentTeller teller = teller()) {
      teller.listen(listener);
      await(1);
      untold.note(AT.plusSeconds(1), List.of());
      await(2);
    }
    assertEquals(List.of(new Told(AT, missing), new Told(AT.plusSeconds(1), List.of())), told);
    try (IncidentTeller restarted = teller()) {
      restarted.listen(listener);
      untold.note(AT, List.of());
      await(3);
    }
    assertEquals(3, told.size(), "what was told is not told again");
  }

  @Test
  void listener_throws_toldAgainUntilOneReturns() throws Exception {
    untold.note(AT, List.of());
    AtomicInteger calls = new AtomicInteger();
    try (IncidentTeller teller = teller()) {
      teller.listen(
          (at, missing) -> {
            if (calls.incrementAndGet() < 3) {
              throw new IllegalStateException("the queue is not open");
            }
          });
      Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> untold.next().isEmpty());
    }
    assertEquals(3, calls.get());
  }

  @Test
  void missing_moreThanOneMessageHolds_toldInParts() throws Exception {
    List<SequenceRange> missing = new ArrayList<>();
    for (int i = 1; i <= 2500; i++) {
      missing.add(new SequenceRange(2L * i, 2L * i));
    }
    untold.note(AT, missing);
    try (IncidentTeller teller = teller()) {
      teller.listen(listener);
      await(3);
    }
    assertTrue(told.stream().allMatch(t -> t.missing().size() <= 1000));
    assertEquals(missing, told.stream().flatMap(t -> t.missing().stream()).toList());
  }

  @Test
  void harmless_thousandsOfThem_theFirstHundredAreTold() throws Exception {
    for (int i = 0; i < 300; i++) {
      untold.note(AT, List.of());
    }
    untold.note(AT, List.of(new SequenceRange(1, 1)));
    try (IncidentTeller teller = teller()) {
      teller.listen(listener);
      await(101);
    }
    assertEquals(List.of(new SequenceRange(1, 1)), told.get(100).missing());
  }

  @Test
  void note_editedIntoNonsense_stillToldWithWhatIsReadable() throws Exception {
    untold.note(AT, List.of(new SequenceRange(1, 2)));
    Path file = untold.next().orElseThrow().file();
    Files.writeString(file, "9-1\n99999999999999999999-1\n\u0000x\n4-5\n");
    assertEquals(List.of(new SequenceRange(4, 5)), untold.next().orElseThrow().missing());
  }

  private IncidentTeller teller() {
    return new IncidentTeller(() -> Optional.of(untold), Duration.ofMillis(200));
  }

  private void await(int count) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> told.size() >= count);
  }
}

package egov.kiosk.gateway.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.Decision.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
public abstract class AcceptedStoreContract {
  private static final String KIOSK = "zj-hz-000001";
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00.123Z");

  private AcceptedStore store;

  /** The same store each time in one test: what was in it is in it again. */
  protected abstract AcceptedStore open() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeStore() throws Exception {
    store.close();
  }

  @Test
  void batch_new_isTakenNumberedAndFound_alsoAfterReopening() throws Exception {
    Candidate one = candidate(MessageKind.ITEM);
    Candidate two = candidate(MessageKind.RATING);
    Candidate three = candidate(MessageKind.ITEM);
    List<Decision> decisions = store.accept(List.of(one, two, three), NOON);
    assertEquals(
        List.of(Outcome.TAKEN, Outcome.TAKEN, Outcome.TAKEN),
        decisions.stream().map(Decision::outcome).toList());
    assertEquals(Optional.of("20261121000001"), decisions.get(0).accepted().acceptanceNumber());
    assertEquals(Optional.empty(), decisions.get(1).accepted().acceptanceNumber());
    assertEquals(Optional.of("20261121000002"), decisions.get(2).accepted().acceptanceNumber());
    store.close();
    store = open();
    assertEquals(decisions.get(0).accepted(), store.find(one.id()).orElseThrow());
    assertEquals(decisions.get(1).accepted(), store.find(two.id()).orElseThrow());
    assertArrayEquals(three.envelope(), store.envelope(three.id()).orElseThrow());
    assertFalse(store.whereabouts(one.id()).isEmpty());
    Totals totals = store.totals();
    assertEquals(2, totals.transactions());
    assertEquals(1, totals.ratings());
    assertEquals(0, totals.statements());
  }

  @Test
  void unknown_isNotFound() throws Exception {
    TransactionId id = TransactionId.create(NOON);
    assertEquals(Optional.empty(), store.find(id));
    assertEquals(Optional.empty(), store.envelope(id));
    assertEquals(List.of(), store.accept(List.of(), NOON));
  }

  @Test
  void sameBytes_again_areKnown_inTheBatchAndLater() throws Exception {
    Candidate one = candidate(MessageKind.ITEM);
    List<Decision> first = store.accept(List.of(one, one), NOON);
    assertEquals(Outcome.TAKEN, first.get(0).outcome());
    assertEquals(Outcome.KNOWN, first.get(1).outcome());
    Decision later = store.accept(List.of(one), NOON.plusSeconds(9)).get(0);
    assertEquals(new Decision(Outcome.KNOWN, first.get(0).accepted()), later);
    assertEquals(1, store.totals().transactions());
  }

  @Test
  void otherBytes_underTheSameId_areAConflictAndChangeNothing() throws Exception {
    Candidate one = candidate(MessageKind.ITEM);
    Candidate other =
        new Candidate(one.id(), MessageKind.ITEM, KIOSK, "QUERY-1", "f".repeat(64), new byte[] {9});
    assertEquals(Outcome.CONFLICT, store.accept(List.of(one, other), NOON).get(1).outcome());
    assertEquals(Outcome.CONFLICT, store.accept(List.of(other), NOON).get(0).outcome());
    assertArrayEquals(one.envelope(), store.envelope(one.id()).orElseThrow());
    assertEquals(1, store.totals().transactions());
  }

  @Test
  void numbers_beginAnewWithTheDayInChina() throws Exception {
    Instant lateEvening = Instant.parse("2026-11-21T15:59:59.999Z");
    assertEquals("20261121000001", number(lateEvening));
    assertEquals("20261122000001", number(lateEvening.plusMillis(1)));
    assertEquals("20261122000002", number(lateEvening.plusSeconds(60)));
  }

  @Test
  void manyThreads_sameAndOtherMessages_takeEachOnceWithItsOwnNumber() throws Exception {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(candidate(MessageKind.ITEM));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<List<Decision>>> results = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      int from = thread * 40;
      Callable<List<Decision>> work = () -> store.accept(all.subList(from, from + 80), NOON);
      results.add(threads.submit(work));
    }
    int taken = 0;
    Set<String> numbers = new HashSet<>();
    for (Future<List<Decision>> result : results) {
      for (Decision decision : result.get()) {
        taken += decision.outcome() == Outcome.TAKEN ? 1 : 0;
        numbers.add(decision.accepted().acceptanceNumber().orElseThrow());
      }
    }
    threads.shutdown();
    assertEquals(200, taken);
    assertEquals(200, numbers.size());
    assertTrue(numbers.contains("20261121000200"), "no number is left out");
  }

  @Test
  void settled_ofAKioskAndDay_areSortedAndComplete() throws Exception {
    Instant midnight = Instant.parse("2026-11-22T00:00:00Z");
    Candidate last = candidate(MessageKind.ITEM);
    Candidate rating = candidate(MessageKind.RATING);
    Candidate reason = candidate(MessageKind.RATING_REASON);
    Candidate next = candidate(MessageKind.ITEM);
    store.accept(List.of(last, rating, reason), midnight.minusMillis(1));
    store.accept(List.of(next), midnight);
    List<TransactionId> expected =
        List.of(last.id(), rating.id(), reason.id()).stream()
            .sorted((a, b) -> a.value().compareTo(b.value()))
            .toList();
    assertEquals(expected, store.settled(KIOSK, LocalDate.parse("2026-11-21")));
    assertEquals(List.of(next.id()), store.settled(KIOSK, LocalDate.parse("2026-11-22")));
    assertEquals(List.of(), store.settled("other", LocalDate.parse("2026-11-21")));
    assertEquals(3, store.taken(KIOSK, midnight));
    assertEquals(4, store.taken(KIOSK, midnight.plusMillis(1)));
  }

  @Test
  void finding_kept_staysTheFirst_alsoAfterReopening() throws Exception {
    TransactionId id = TransactionId.create(NOON);
    Finding first =
        new Finding(id, KIOSK, MessageKind.RECONCILIATION, NOON, "MATCH", "day=2026-11-21");
    store.keep(first);
    store.keep(new Finding(id, KIOSK, MessageKind.RECONCILIATION, NOON, "DIFFERS", "no"));
    store.close();
    store = open();
    assertEquals(List.of(first), store.findings("MATCH", 5));
    assertEquals(List.of(), store.findings("DIFFERS", 5));
    assertEquals(Optional.of(first), store.finding(id));
    assertEquals(Optional.empty(), store.finding(TransactionId.create(NOON)));
  }

  private String number(Instant now) throws Exception {
    return store
        .accept(List.of(candidate(MessageKind.ITEM)), now)
        .get(0)
        .accepted()
        .acceptanceNumber()
        .orElseThrow();
  }

  private static Candidate candidate(MessageKind kind) {
    TransactionId id = TransactionId.create(Instant.now());
    byte[] envelope = id.value().repeat(20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return new Candidate(id, kind, KIOSK, "QUERY-1", "0".repeat(64), envelope);
  }
}

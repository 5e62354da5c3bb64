package egov.kiosk.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.PlatformReceipt.Outcome;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which answers go out together. */
class AnswersTest {
  private final List<Integer> acknowledged = new ArrayList<>();
  private long now = 1_000_000;
  private final Answers answers = new Answers(() -> now);

  private static PlatformReceipt receipt(int kiosk, int message, boolean taken) {
    return new PlatformReceipt(
        "kiosk-" + kiosk,
        new TransactionId(String.format("01973000-0000-7000-8000-%012x", message)),
        (taken ? "aa" : "bb").repeat(32),
        taken ? Outcome.ACCEPTED : Outcome.REJECTED,
        Optional.empty(),
        taken ? Optional.empty() : Optional.of("CONFLICT"),
        Instant.EPOCH);
  }

  private void add(PlatformReceipt receipt, int number) {
    answers.add(receipt, () -> acknowledged.add(number));
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private static List<Integer> sizes(List<Answers.Document> documents) {
    return documents.stream().map(each -> each.receipts().size()).toList();
  }

  @Test
  void due_oneAnswerToAnIdleKiosk_goesAloneAndAtOnce() {
    assertEquals(Answers.NOTHING, answers.pause());
    add(receipt(1, 1, true), 0);
    assertEquals(0, answers.pause());
    List<Answers.Document> documents = answers.due();
    assertEquals(List.of(receipt(1, 1, true)), documents.get(0).receipts());
    assertEquals(Answers.NOTHING, answers.pause());
  }

  @Test
  void due_hundredAndOneOfAKiosk_fiftyFiftyOne() {
    for (int at = 0; at < 101; at++) {
      add(receipt(1, at, true), at);
    }
    assertEquals(List.of(50, 50, 1), sizes(answers.due()));
  }

  @Test
  void due_moreWithinTheMoment_waitsForItsEndAndGoesTogether_othersDoNotWait() {
    add(receipt(1, 1, true), 0);
    answers.due();
    pass(Duration.ofMillis(5));
    add(receipt(1, 2, true), 1);
    add(receipt(2, 3, true), 2);
    assertEquals(
        List.of("kiosk-2"), answers.due().stream().map(Answers.Document::kioskId).toList());
    assertEquals(Duration.ofMillis(15).toNanos(), answers.pause());
    add(receipt(1, 4, true), 3);
    pass(Duration.ofMillis(15));
    assertEquals(0, answers.pause());
    assertEquals(List.of(2), sizes(answers.due()));
    assertEquals(Answers.NOTHING, answers.pause());
  }

  @Test
  void due_fullWithinTheMoment_goesAtOnce() {
    add(receipt(1, 1000, true), 0);
    answers.due();
    for (int at = 0; at < 70; at++) {
      add(receipt(1, at, true), at);
    }
    assertEquals(List.of(50), sizes(answers.due()));
    pass(Answers.MOMENT);
    assertEquals(List.of(20), sizes(answers.due()));
  }

  @Test
  void due_sameMessageTwice_answeredOnceAndBothAcknowledged() {
    add(receipt(1, 7, true), 0);
    add(receipt(1, 7, true), 1);
    List<Answers.Document> documents = answers.due();
    assertEquals(List.of(1), sizes(documents));
    documents.get(0).acknowledgements().forEach(Runnable::run);
    assertEquals(List.of(0, 1), acknowledged);
  }

  @Test
  void due_twoAnswersAboutOneId_twoDocumentsInOrder() {
    add(receipt(1, 7, true), 0);
    add(receipt(1, 7, false), 1);
    List<Answers.Document> documents = answers.due();
    documents.addAll(answers.due());
    if (documents.size() == 1) {
      pass(Answers.MOMENT);
      documents.addAll(answers.due());
    }
    assertEquals(2, documents.size());
    assertEquals(Outcome.ACCEPTED, documents.get(0).receipts().get(0).outcome());
    assertEquals(Outcome.REJECTED, documents.get(1).receipts().get(0).outcome());
  }

  /** One answer, and how many milliseconds pass before it. */
  private record Step(PlatformReceipt receipt, int millis) {}

  @Provide
  Arbitrary<List<Step>> days() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 80),
            Arbitraries.of(true, true, true, false),
            Arbitraries.of(0, 0, 0, 0, 1, 30))
        .as((kiosk, id, taken, millis) -> new Step(receipt(kiosk, id, taken), millis))
        .list()
        .ofMaxSize(256);
  }

  @Property(tries = 300)
  void due_anyDay_everyAnswerInADocumentOfItsKiosk_everyMessageAcknowledgedOnce(
      @ForAll("days") List<Step> steps) {
    // All tries share one instance; long after the last one nobody was answered a moment ago.
    acknowledged.clear();
    pass(Duration.ofDays(1));
    Set<PlatformReceipt> expected = new HashSet<>();
    Set<PlatformReceipt> sent = new HashSet<>();
    for (int at = 0; at < steps.size(); at++) {
      pass(Duration.ofMillis(steps.get(at).millis()));
      expected.add(steps.get(at).receipt());
      add(steps.get(at).receipt(), at);
      if (steps.get(at).millis() > 0) {
        answers.due().forEach(document -> check(document, sent));
      }
    }
    while (answers.pause() != Answers.NOTHING) {
      assertTrue(answers.pause() <= Answers.MOMENT.toNanos());
      now += answers.pause();
      answers.due().forEach(document -> check(document, sent));
    }
    assertEquals(expected, sent);
    assertEquals(steps.size(), acknowledged.size());
    assertEquals(steps.size(), new HashSet<>(acknowledged).size());
  }

  private static void check(Answers.Document document, Set<PlatformReceipt> sent) {
    Set<TransactionId> ids = new HashSet<>();
    assertTrue(!document.receipts().isEmpty() && document.receipts().size() <= 50);
    for (PlatformReceipt receipt : document.receipts()) {
      assertEquals(document.kioskId(), receipt.kioskId());
      assertTrue(ids.add(receipt.messageId()));
      sent.add(receipt);
    }
    document.acknowledgements().forEach(Runnable::run);
  }
}

package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.trace.Spans;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A platform that answers late, twice, in the wrong order, nonsense, or never. */
class AnswerTest {
  @Test
  void answersInReverseOrder_allSettled() {
    Stage stage = new Stage(5);
    List<SignedEnvelope> messages = new ArrayList<>(stage.queue(5));
    stage.connect();
    Collections.reverse(messages);
    messages.forEach(message -> stage.receipt(Messages.receipt(message)));
    assertEquals(new OutboxCounts(0, 5, 0), stage.outbox.counts());
    assertEquals(0, stage.agent.status().drain().underWay());
  }

  @Test
  void answerAfterManySendings_everyCopyAnswered_settledOnce() {
    Stage stage = new Stage(1);
    SignedEnvelope message = stage.queue(1).get(0);
    stage.connect();
    for (int i = 0; i < 4; i++) {
      stage.uplink.acknowledge();
      stage.pass(Stage.CAP);
    }
    for (int i = 0; i < 5; i++) {
      stage.receipt(Messages.receipt(message));
    }
    assertEquals(1, stage.told.size());
    assertEquals(0, stage.agent.status().refusedReceipts());
  }

  @Test
  void secondAnswerContradictsTheFirst_firstStands() {
    Stage stage = new Stage(1);
    SignedEnvelope message = stage.queue(1).get(0);
    stage.connect();
    stage.receipt(Messages.receipt(message));
    stage.receipt(Messages.refusal(message));
    assertEquals(new OutboxCounts(0, 1, 0), stage.outbox.counts());
    assertEquals(1, stage.told.size());
  }

  @Test
  void answerOfAnEarlierRun_messageNotYetSent_settledAndNeverSent() {
    Stage stage = new Stage(1);
    List<SignedEnvelope> messages = stage.queue(3);
    stage.connect();
    stage.receipt(Messages.receipt(messages.get(1)));
    stage.deliverAll();
    assertEquals(List.of(1L, 3L), stage.uplink.history());
    assertEquals(3, stage.outbox.counts().delivered());
  }

  @Test
  void fiveUnansweredFillTheWindow_othersGetTheirTurn_andTheFiveInTheEnd() {
    Stage stage = new Stage(5);
    List<SignedEnvelope> messages = stage.queue(30);
    Set<SignedEnvelope> poison = new HashSet<>(messages.subList(0, 5));
    stage.connect();
    for (int i = 0; i < 60; i++) {
      stage.pass(Duration.ofSeconds(10));
      while (!stage.uplink.out.isEmpty()) {
        SignedEnvelope next = stage.uplink.acknowledge().envelope();
        if (!poison.contains(next)) {
          stage.receipt(Messages.receipt(next));
        }
      }
    }
    assertEquals(25, stage.outbox.counts().delivered());
    stage.pass(Stage.PARK);
    stage.deliverAll();
    assertEquals(30, stage.outbox.counts().delivered());
  }

  @Test
  void platformAMinuteBehind_noMoreThanTheWindowUnsettled() {
    Stage stage = new Stage(8);
    stage.queue(200);
    stage.connect();
    Deque<SignedEnvelope> asked = new ArrayDeque<>();
    Set<SignedEnvelope> unsettled = new HashSet<>();
    Set<SignedEnvelope> settled = new HashSet<>();
    int most = 0;
    for (int second = 0; second < 600; second++) {
      while (!stage.uplink.out.isEmpty()) {
        SignedEnvelope next = stage.uplink.acknowledge().envelope();
        if (!settled.contains(next) && unsettled.add(next)) {
          asked.add(next);
        }
      }
      most = Math.max(most, unsettled.size());
      stage.pass(Duration.ofSeconds(1));
      if (second >= 60 && second % 5 == 0 && !asked.isEmpty()) {
        SignedEnvelope oldest = asked.remove();
        unsettled.remove(oldest);
        settled.add(oldest);
        stage.receipt(Messages.receipt(oldest));
      }
    }
    assertEquals(8, most, "a slow platform is not given more to do");
  }

  @Property(tries = 300)
  void anyBytes_nothingSettledNothingThrown(@ForAll byte[] bytes) {
    Stage stage = new Stage(1);
    stage.queue(1);
    stage.connect();
    stage.receipt(bytes);
    assertEquals(new OutboxCounts(1, 0, 0), stage.outbox.counts());
    assertEquals(
        1, stage.agent.status().refusedReceipts() + stage.agent.status().droppedReceipts());
  }

  @Test
  void verifierWithABug_agentLivesOn() {
    List<PlatformReceipt> told = new ArrayList<>();
    ListOutbox outbox = new ListOutbox();
    RecordingResults results = new RecordingResults(told);
    ReceiptDesk desk =
        new ReceiptDesk(
            message -> {
              if (message.length == 3) {
                throw new IllegalStateException("a bug");
              }
              throw new ReceiptRefusedException(
                  ReceiptRefusedException.Reason.OTHER_KIOSK, "another's");
            },
            outbox,
            Runnable::run,
            results,
            new Stopwatch(Spans.NONE, System::nanoTime));
    desk.take(new byte[3]);
    desk.take(new byte[4]);
    assertEquals(2, results.refused.size());
    assertTrue(results.refused.contains("OTHER_KIOSK"));
    assertTrue(told.isEmpty());
  }

  private record RecordingResults(List<PlatformReceipt> told, List<String> refused)
      implements ReceiptDesk.Results {
    RecordingResults(List<PlatformReceipt> told) {
      this(told, new ArrayList<>());
    }

    @Override
    public void entered(List<PlatformReceipt> settled, List<PlatformReceipt> known) {
      told.addAll(settled);
      told.addAll(known);
    }

    @Override
    public void refused(String why) {
      refused.add(why);
    }

    @Override
    public void failed(egov.kiosk.domain.outbox.OutboxException why) {
      refused.add(why.reason().name());
    }
  }
}

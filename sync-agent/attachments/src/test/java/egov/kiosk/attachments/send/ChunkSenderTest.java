package egov.kiosk.attachments.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.attachments.Bench;
import egov.kiosk.attachments.FakeLine;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChunkSenderTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Bench bench = new Bench();
  private final FakeLine line = new FakeLine();
  private boolean backlog;
  private LocalTime time = LocalTime.NOON;
  private long now = 1000;
  private ChunkSender sender;

  @BeforeEach
  void begin() {
    sender = sender(Bench.RULES);
  }

  private ChunkSender sender(SendRules rules) {
    return new ChunkSender(
        bench.store,
        line,
        rules,
        new ChunkSender.Surroundings(() -> backlog, () -> time, () -> now, Runnable::run));
  }

  private TransactionId attach(int chunks) throws Exception {
    TransactionId id = bench.attach(Bench.content(chunks * 32 * 1024));
    sender.take(id);
    return id;
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  @Test
  void step_attachment_chunksInOrderInsideTheWindow() throws Exception {
    TransactionId id = attach(6);
    sender.step();
    assertEquals(range(0, 3), line.indexes());
    line.answer(true);
    sender.step();
    assertEquals(range(0, 4), line.indexes());
    line.answerAll(true);
    sender.step();
    line.answerAll(true);
    assertEquals(range(0, 6), line.indexes());
    assertEquals(0, sender.open());
    assertEquals(ChunkSender.IDLE, sender.step());
    assertEquals(6, bench.store.progress(id).taken(6).cardinality());
  }

  @Test
  void step_severalAttachments_oldestFirst() throws Exception {
    TransactionId one = attach(1);
    Thread.sleep(2); // Ids of one millisecond have no order.
    TransactionId two = bench.attach(Bench.content(10));
    sender = sender(Bench.RULES);
    sender.take(two);
    sender.take(one);
    sender.step();
    assertEquals(
        List.of(one, two), line.sent().stream().map(chunk -> chunk.attachmentId()).toList());
  }

  @Test
  void step_messagesOfTheQueueWait_oneChunkOnItsWayAtMost() throws Exception {
    attach(6);
    backlog = true;
    assertTrue(sender.step() < SECOND);
    assertTrue(sender.step() < SECOND);
    assertEquals(range(0, 1), line.indexes());
    line.answer(true);
    sender.step();
    assertEquals(range(0, 2), line.indexes(), "it does not starve either");
    backlog = false;
    sender.step();
    assertEquals(range(0, 4), line.indexes());
  }

  @Test
  void step_afterRestart_onlyWhatTheBrokerDidNotTake() throws Exception {
    TransactionId id = attach(6);
    sender.step();
    line.answer(true);
    line.answer(true);
    sender = sender(Bench.RULES);
    sender.take(id);
    sender.step();
    assertEquals(List.of(0, 1, 2, 2, 3, 4), line.indexes());
  }

  @Test
  void step_progressTornOrWrong_readAsFarAsItGoes() throws Exception {
    TransactionId id = attach(3);
    bench.disk.append(Bench.ROOT.resolve(id.value()).resolve("sent"), new byte[] {0, 0, 0, 1, 9});
    bench.disk.append(
        Bench.ROOT.resolve(id.value()).resolve("sent"), new byte[] {0x7f, 0, 0, 0, 0, 0});
    sender = sender(Bench.RULES);
    sender.take(id);
    sender.step();
    assertEquals(List.of(0, 2), line.indexes());
  }

  @Test
  void again_chunksThePlatformMisses_sentOnceMoreAndRemembered() throws Exception {
    TransactionId id = attach(3);
    sender.step();
    line.answerAll(true);
    sender.again(id, List.of(0, 2, 0, 3, 99, -1));
    sender = sender(Bench.RULES);
    sender.take(id);
    sender.step();
    assertEquals(List.of(0, 1, 2, 0, 2), line.indexes());
  }

  @Test
  void again_chunksOnTheirWayOrNotYetSent_nothingTwice() throws Exception {
    TransactionId id = attach(6);
    sender.step();
    sender.again(id, range(0, 6));
    line.answerAll(true);
    sender.step();
    assertEquals(range(0, 6), line.indexes());
  }

  @Test
  void step_lineFails_triedAgainEverMoreSlowly() throws Exception {
    attach(1);
    line.up = false;
    long pause = 0;
    for (int failures = 0; failures < 10; failures++) {
      sender.step();
      long next = sender.step();
      assertTrue(next >= pause && next <= 60 * SECOND, "pause " + next);
      pause = next;
      now += next;
    }
    assertTrue(pause > 30 * SECOND);
    sender.step();
    line.up = true;
    sender.connected();
    sender.step();
    assertEquals(List.of(0), line.indexes(), "a new connection is tried at once");
  }

  @Test
  void step_wholeWindowFailsAtOnce_countsAsOneFailure() throws Exception {
    attach(3);
    sender.step();
    line.answerAll(false);
    assertEquals(SECOND / 4, sender.step());
    now += SECOND / 4;
    sender.step();
    assertEquals(List.of(0, 1, 2, 0, 1, 2), line.indexes());
  }

  @Test
  void step_noAnswerForMinutes_sentAgainAndTheLateAnswerIgnored() throws Exception {
    attach(1);
    sender.step();
    now += Duration.ofMinutes(3).toNanos();
    sender.step();
    now += 2 * SECOND;
    sender.step();
    assertEquals(List.of(0, 0), line.indexes());
    line.answer(false);
    assertEquals(1, sender.open());
    line.answer(true);
    assertEquals(0, sender.open());
  }

  @Test
  void step_underACap_neverFasterThanTheCap() throws Exception {
    sender = sender(new SendRules(3, 32_768, WhenMetered.CAPPED, 1, 1 << 20, QuietHours.ALWAYS));
    line.answersAtOnce = true;
    attach(10);
    long start = now;
    long pause = sender.step();
    while (sender.open() > 0) {
      now += pause;
      pause = sender.step();
    }
    long bytes = 10L * (32_768 + 16 + 43);
    double seconds = (now - start) / 1e9;
    assertTrue(bytes / 32_768.0 - seconds < 1.1, "took " + seconds + " s");
    assertTrue(seconds < 10.1, "took " + seconds + " s");
  }

  @Test
  void step_meteredLink_underItsOwnCapOrNotAtAll() throws Exception {
    attach(2);
    line.metered = true;
    sender.rules(new SendRules(3, 0, WhenMetered.OFF, 1000, 1 << 20, QuietHours.ALWAYS));
    sender.step();
    assertEquals(List.of(), line.indexes());
    sender.rules(new SendRules(3, 0, WhenMetered.CAPPED, 1000, 1 << 20, QuietHours.ALWAYS));
    long pause = sender.step();
    assertEquals(List.of(0), line.indexes());
    assertTrue(pause > 32 * SECOND && pause < 34 * SECOND);
    line.metered = false;
    sender.step();
    assertEquals(List.of(0, 1), line.indexes(), "it is free again");
  }

  @Test
  void step_quietHours_largeOnesWaitAndSmallOnesGo() throws Exception {
    sender =
        sender(new SendRules(3, 0, WhenMetered.CAPPED, 1, 65_536, QuietHours.parse("22:00-06:00")));
    TransactionId large = attach(3);
    assertEquals(ChunkSender.IDLE, sender.step());
    assertEquals(List.of(), line.indexes());
    TransactionId small = attach(1);
    sender.step();
    assertEquals(small, line.sent().get(0).attachmentId());
    assertEquals(1, line.sent().size());
    time = LocalTime.of(21, 59, 30);
    assertTrue(sender.step() <= 30 * SECOND + 1);
    time = LocalTime.of(22, 0);
    sender.step();
    assertEquals(3, line.sent().size());
    assertEquals(large, line.sent().get(2).attachmentId());
  }

  @Test
  void step_lineTakesLessThanAChunk_waitsUntilItTakesMore() throws Exception {
    attach(1);
    line.maxBytes = 1000;
    assertEquals(ChunkSender.IDLE, sender.step());
    line.maxBytes = 40_000;
    sender.step();
    assertEquals(List.of(0), line.indexes());
  }

  @Test
  void step_chunkUnreadable_otherAttachmentsGoOn() throws Exception {
    TransactionId bad = attach(2);
    bench.disk.delete(Bench.ROOT.resolve(bad.value()).resolve("00000"));
    TransactionId good = attach(1);
    sender.step();
    assertEquals(List.of(good), line.sent().stream().map(chunk -> chunk.attachmentId()).toList());
    assertTrue(sender.troubled());
  }

  @Test
  void forget_settledWhileSending_nothingMoreGoes() throws Exception {
    TransactionId id = attach(6);
    sender.step();
    sender.forget(id);
    line.answerAll(true);
    sender.step();
    assertEquals(range(0, 3), line.indexes());
  }
}

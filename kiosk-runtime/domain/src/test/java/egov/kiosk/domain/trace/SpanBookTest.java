package egov.kiosk.domain.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.transaction.TransactionId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SpanBookTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Instant wall = NOON;
  private long nanos = Long.MAX_VALUE - 5_000_000_000L;
  private final SpanBook book = new SpanBook(() -> wall, () -> nanos);

  private void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
  }

  private static TransactionId id() {
    return TransactionId.create(NOON);
  }

  @Test
  void oneTransaction_inTheOrderInWhichItsPartsBegan_thoughTheNanosecondsRunOver() {
    TransactionId one = id();
    pass(SECOND.multipliedBy(4));
    book.over(one, Room.KEYS, Work.SEAL, SECOND, Ended.DONE);
    book.over(id(), Room.KEYS, Work.SEAL, SECOND, Ended.DONE);
    pass(SECOND.multipliedBy(3));
    book.over(one, Room.QUEUE, Work.COMMIT, SECOND.multipliedBy(2), Ended.DONE);
    book.over(one, Room.DESK, Ended.DONE, SECOND.multipliedBy(6), Ended.DONE);
    assertEquals(
        List.of(Room.DESK, Room.KEYS, Room.QUEUE), book.of(one).stream().map(Span::room).toList());
    assertEquals(NOON.plusSeconds(1), book.of(one).get(0).startedAt());
    assertEquals(Optional.of(one), book.last());
  }

  @Test
  void hundredThousandTransactionsOnTheLine_areBounded_andTheCounterIsStillKnown() {
    TransactionId citizen = id();
    book.over(citizen, Room.DESK, Work.READ_CARD, SECOND, Ended.DONE);
    book.over(citizen, Room.QUEUE, Work.COMMIT, SECOND, Ended.DONE);
    List<TransactionId> backlog = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      TransactionId id = id();
      backlog.add(id);
      book.over(id, Room.UPLINK, Work.SEND, SECOND, Ended.DONE);
      book.over(id, Room.AGENT, Work.SETTLE, SECOND, Ended.DONE);
    }
    int latest = backlog.size() - SpanBook.EACH_ROOM;
    assertTrue(book.of(backlog.get(latest - 1)).isEmpty());
    assertEquals(2, book.of(backlog.get(latest)).size());
    assertEquals(2, book.of(citizen).size());
    assertEquals(Optional.of(citizen), book.last());
    assertEquals(
        100_000,
        book.sums().stream().filter(sum -> sum.work() == Work.SETTLE).toList().get(0).count());
  }

  @Test
  void commitThatFailed_isNotTheLastTransaction() {
    book.over(id(), Room.QUEUE, Work.COMMIT, SECOND, Ended.FAILED);
    assertEquals(Optional.empty(), book.last());
  }

  /** Wherever the clock stands and jumps to, nothing ends before it begins. */
  @Property
  void anyClock_noSpanIsNegative(
      @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long before,
      @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long after,
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000_000L) long lasted) {
    SpanBook jumpy = new SpanBook(() -> wall, () -> nanos);
    TransactionId id = id();
    wall = Instant.ofEpochSecond(before);
    jumpy.over(id, Room.DESK, Work.READ_CARD, Duration.ofNanos(lasted), Ended.DONE);
    wall = Instant.ofEpochSecond(after);
    jumpy.over(id, Room.QUEUE, Work.COMMIT, Duration.ofNanos(lasted), Ended.DONE);
    assertTrue(jumpy.of(id).stream().noneMatch(span -> span.lasted().isNegative()));
    Matcher times =
        Pattern.compile("startTimeUnixNano\":\"([0-9]+)\",\"endTimeUnixNano\":\"([0-9]+)\"")
            .matcher(OtlpJson.write("kiosk", id, jumpy.of(id)));
    for (int i = 0; i < 2; i++) {
      assertTrue(times.find());
      BigInteger begin = new BigInteger(times.group(1));
      BigInteger end = new BigInteger(times.group(2));
      assertTrue(begin.compareTo(end) <= 0);
      assertTrue(end.bitLength() <= 64, "more than a fixed64 holds");
    }
  }

  @Test
  void words_areTheProgramsOwnAndNoNumberOfACitizen() {
    TransactionId id = new TransactionId("0198f3b0-0000-7000-8000-00000000002a");
    book.over(id, Room.CARD_READER, Work.READ_CARD, Duration.ofMillis(340), Ended.DONE);
    book.over(id, Room.QUEUE, Work.COMMIT, Duration.ofMillis(2), Ended.FAILED);
    String json = OtlpJson.write("kiosk", id, book.of(id));
    assertTrue(json.contains("\"traceId\":\"0198f3b0000070008000" + "00000000002a\""), json);
    assertTrue(json.contains("\"parentSpanId\":\"800000000000002a\""), json);
    assertTrue(json.contains("\"name\":\"read-card\""), json);
    assertTrue(json.contains("\"status\":{\"code\":2}"), json);
    assertFalse(json.contains("\n"), "one line");
    String text = TraceText.table(id, book.of(id));
    assertTrue(text.matches("(?s)trace [0-9a-f-]{36} from \\S+\\n.*read-card +done\\n.*"), text);
    assertEquals(
        """
        # TYPE gateway_span_seconds summary
        gateway_span_seconds_count{room="card-reader",work="read-card"} 1
        gateway_span_seconds_sum{room="card-reader",work="read-card"} 0.340000
        gateway_span_seconds_count{room="queue",work="commit"} 1
        gateway_span_seconds_sum{room="queue",work="commit"} 0.002000
        """,
        TraceText.metrics("gateway", book.sums()));
  }
}

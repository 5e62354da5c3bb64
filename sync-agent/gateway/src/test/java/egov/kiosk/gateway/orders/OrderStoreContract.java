package egov.kiosk.gateway.orders;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.DownChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of orders does. */
abstract class OrderStoreContract {
  static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
  static final String A = "zj-hz-000001";
  static final String B = "zj-hz-000002";

  abstract OrderStore open() throws Exception;

  /** Lets what was given out be given out again. */
  void later() throws Exception {}

  static SentOrder desired(String kiosk, long version) {
    return new SentOrder(
        kiosk,
        DownChannel.CONFIGURATION,
        Long.toString(version),
        Instant.MAX,
        new byte[] {1, (byte) version});
  }

  static SentOrder command(String id) {
    return new SentOrder(
        A, DownChannel.COMMAND, id, NOW.plus(Duration.ofHours(1)), new byte[] {2, 3});
  }

  private List<String> outstanding(Instant now) throws Exception {
    later();
    return open().outstanding(now).stream().map(SentOrder::id).sorted().toList();
  }

  @Test
  void desired_newestReplacesTheOneBefore() throws Exception {
    OrderStore store = open();
    store.put(desired(A, 5));
    store.put(desired(A, 6));
    store.put(desired(B, 9));
    SentOrder kept = open().desired(A, DownChannel.CONFIGURATION).orElseThrow();
    assertEquals("6", kept.id());
    assertEquals(Instant.MAX, kept.until());
    assertArrayEquals(new byte[] {1, 6}, kept.signed());
    assertTrue(store.desired(A, DownChannel.CATALOGUE).isEmpty());
    assertEquals(List.of("6", "9"), outstanding(NOW));
  }

  @Test
  void settled_isNotOutstandingButStillDesired() throws Exception {
    OrderStore store = open();
    store.put(desired(A, 5));
    store.settle(A, DownChannel.CONFIGURATION, "4");
    assertEquals(List.of("5"), outstanding(NOW));
    store.settle(A, DownChannel.CONFIGURATION, "5");
    store.settle(A, DownChannel.CONFIGURATION, "5");
    assertEquals(List.of(), outstanding(NOW));
    assertTrue(store.desired(A, DownChannel.CONFIGURATION).isPresent());
  }

  @Test
  void commands_outstandingUntilAnsweredOrExpired() throws Exception {
    OrderStore store = open();
    store.put(command("c-1"));
    store.put(command("c-2"));
    store.settle(A, DownChannel.COMMAND, "c-1");
    store.settle(B, DownChannel.COMMAND, "c-2");
    store.settle(A, DownChannel.COMMAND, "../../../etc");
    assertEquals(List.of("c-2"), outstanding(NOW));
    assertEquals(List.of(), outstanding(NOW.plus(Duration.ofHours(2))));
  }

  @Test
  void answers_newestHundredInOrder() throws Exception {
    OrderStore store = open();
    for (int i = 0; i < 103; i++) {
      store.answered(A, "{\"n\":\"" + i + "\"}");
    }
    store.answered(B, "{}");
    List<String> expected = IntStream.range(3, 103).mapToObj(i -> "{\"n\":\"" + i + "\"}").toList();
    assertEquals(expected, open().answers(A));
    assertEquals(List.of(), open().answers("nobody"));
  }
}

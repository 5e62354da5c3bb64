package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.fleet.DownChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose turn it is among what came down. */
class InboxTest {
  private static final Duration NOT_LONG = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path directory;
  private final Inbox inbox = new Inbox();

  private static Received one(DownChannel channel) {
    return new Received(channel, new byte[100]);
  }

  private List<DownChannel> all() throws InterruptedException {
    List<DownChannel> order = new ArrayList<>();
    for (Optional<Received> next = inbox.next(NOT_LONG);
        next.isPresent();
        next = inbox.next(NOT_LONG)) {
      order.add(next.get().channel());
    }
    return order;
  }

  private boolean fill(DownChannel channel, int count) {
    boolean taken = true;
    for (int i = 0; i < count; i++) {
      taken &= inbox.offer(one(channel));
    }
    return taken;
  }

  @Test
  void order_behindAThousandStates_isNext() throws Exception {
    assertTrue(fill(DownChannel.PROGRESS, Inbox.MOST_STATES));
    assertTrue(inbox.offer(one(DownChannel.COMMAND)));
    List<DownChannel> order = all();
    assertEquals(DownChannel.COMMAND, order.get(0));
    assertEquals(Inbox.MOST_STATES + 1, order.size());
  }

  @Test
  void states_behindManyOrders_haveTheirTurn() throws Exception {
    assertTrue(fill(DownChannel.COMMAND, Inbox.MOST_ORDERS));
    assertTrue(fill(DownChannel.PROGRESS, 2));
    List<DownChannel> order = all();
    assertEquals(Inbox.ORDERS_IN_A_ROW, order.indexOf(DownChannel.PROGRESS));
    assertEquals(2 * Inbox.ORDERS_IN_A_ROW + 1, order.lastIndexOf(DownChannel.PROGRESS));
  }

  @Test
  void fullRow_turnsAway_andLeavesTheOtherItsRoom() {
    assertTrue(fill(DownChannel.PROGRESS, Inbox.MOST_STATES));
    assertFalse(inbox.offer(one(DownChannel.PROGRESS)));
    assertTrue(fill(DownChannel.CATALOGUE, Inbox.MOST_ORDERS));
    assertFalse(inbox.offer(one(DownChannel.COMMAND)));
  }

  @Test
  void whatIsTooLarge_isTurnedAway() {
    assertFalse(inbox.offer(new Received(DownChannel.PROGRESS, new byte[20 * 1024])));
    assertTrue(inbox.offer(new Received(DownChannel.CATALOGUE, new byte[20 * 1024])));
    assertFalse(inbox.offer(new Received(DownChannel.CATALOGUE, new byte[300 * 1024])));
  }

  @Test
  void nudge_endsTheNextWait() throws Exception {
    inbox.nudge();
    assertEquals(Optional.empty(), inbox.next(LONG));
  }

  /** Through the thread that works: states keep coming, and a command is done all the same. */
  @Test
  void command_inAFloodOfStates_isDoneAfterOneOfThemAtMost() throws Exception {
    AtomicLong states = new AtomicLong();
    AtomicLong before = new AtomicLong(Long.MAX_VALUE);
    CountDownLatch done = new CountDownLatch(1);
    Kiosk kiosk = new Kiosk(directory);
    Downlink downlink = new Downlink();
    AtomicBoolean enough = new AtomicBoolean();
    Thread flood =
        new Thread(
            () -> {
              while (!enough.get()) {
                downlink.received(DownChannel.PROGRESS, new byte[] {1});
              }
            },
            "flood");
    kiosk.onVerify =
        message -> {
          if (message.length == 1) {
            states.incrementAndGet();
          } else {
            before.set(states.get());
            done.countDown();
          }
        };
    downlink.start(kiosk.desk);
    flood.start();
    try {
      downlink.received(DownChannel.COMMAND, new byte[] {1, 2});
      long after = states.get();
      assertTrue(done.await(60, TimeUnit.SECONDS));
      assertTrue(before.get() <= after + 1, before + " states, " + after + " when it came");
    } finally {
      enough.set(true);
      flood.join();
      downlink.close();
    }
  }
}

package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The agent with its own thread and the real clock. */
class AgentThreadTest {
  private final ListOutbox outbox = new ListOutbox();
  private final ScriptedUplink uplink = new ScriptedUplink();
  private final SyncAgent agent =
      new SyncAgent(
          outbox,
          uplink,
          Messages::verify,
          new SyncAgent.Listeners(List.of(), List.of()),
          Stage.settings(10),
          InstantSource.system(),
          System::nanoTime);

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void append_whileIdle_sentAtOnce() {
    agent.start();
    uplink.up = true;
    uplink.listener.connected();
    Awaitility.await().until(agent::online);
    // Long before any timer of the agent would have woken it.
    for (long i = 1; i <= 5; i++) {
      long sequence = i;
      agent.appended(outbox.append(Messages.item()));
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> uplink.history().contains(sequence));
    }
  }

  @Test
  void receipt_whileIdle_enteredAtOnce() {
    agent.start();
    uplink.up = true;
    outbox.append(Messages.item());
    uplink.listener.connected();
    Awaitility.await().until(() -> uplink.history().size() == 1);
    uplink.listener.receipt(Messages.receipt(uplink.acknowledge().envelope()));
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> outbox.counts().delivered() == 1);
  }

  @Test
  void close_running_threadAndUplinkStopped() {
    agent.start();
    Awaitility.await().until(AgentThreadTest::running);
    agent.close();
    assertFalse(running());
    assertTrue(uplink.stopped);
    assertEquals(0, outbox.counts().delivered());
  }

  @Test
  void silent_threadStuckInAListener_grows() {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    agent.start();
    Awaitility.await().until(() -> agent.silent().compareTo(Duration.ZERO) > 0);
    agent.introduce(
        online -> {
          stuck.countDown();
          assertDoesNotThrow(() -> over.await());
        });
    assertDoesNotThrow(() -> stuck.await());
    Duration first = agent.silent();
    Awaitility.await().until(() -> agent.silent().compareTo(first.plusMillis(200)) > 0);
    Duration longest = agent.silent();
    over.countDown();
    Awaitility.await()
        .until(
            () -> {
              agent.introduce(online -> {});
              return agent.silent().compareTo(longest) < 0;
            });
  }

  private static boolean running() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("sync-"));
  }
}

package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.SignedEnvelope;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A million messages wait, the first five thousand of one citizen and item. */
class DeepBacklogTest {
  private static final int ONE_KEY = 5000;
  private static final int ANSWERED = 20_000;

  private final EndlessOutbox outbox = new EndlessOutbox(1_000_000, ONE_KEY);
  private final ScriptedUplink uplink = new ScriptedUplink();
  private final Queue<Runnable> receipts = new ArrayDeque<>();

  @Test
  void headBlockedByOneKey_othersPass_eachRowReadThriceAtMost() {
    SyncAgent agent =
        new SyncAgent(
            outbox,
            uplink,
            Messages::verify,
            new SyncAgent.Listeners(List.of(), List.of()),
            Stage.settings(10),
            InstantSource.fixed(Messages.NOW),
            () -> 1,
            new SyncAgent.Parts(receipts::add, new OrderKeys()));
    agent.startUplink();
    uplink.connect();
    Set<Long> keyed = new HashSet<>();
    long last = 0;
    for (int answered = 0; answered < ANSWERED; ) {
      agent.step();
      if (uplink.out.isEmpty()) {
        continue;
      }
      SignedEnvelope next = uplink.out.peek().envelope();
      long sequence = uplink.acknowledge().message().sequence();
      if (next.label().orderKey().isPresent()) {
        assertTrue(sequence > last && keyed.add(sequence), "of one key in another order");
        last = sequence;
      }
      uplink.listener.receipt(Messages.receipt(next));
      receipts.remove().run();
      answered++;
    }
    assertEquals(1_000_000 - ANSWERED, outbox.counts().pending());
    assertTrue(keyed.size() > 1000, "the one citizen is served too: " + keyed.size());
    assertTrue(outbox.rowsRead < ONE_KEY + 3L * ANSWERED, "rows read: " + outbox.rowsRead);
  }
}

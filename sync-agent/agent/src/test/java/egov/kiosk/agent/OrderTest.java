package egov.kiosk.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever line and platform do, and however often the agent is killed: the platform decides about
 * messages of one citizen and item in the order they were queued, and about each message once.
 */
class OrderTest {
  private static final int WINDOW = 6;

  private final Map<String, List<TransactionId>> queuedByKey = new HashMap<>();
  private final List<TransactionId> queued = new ArrayList<>();

  @Property(tries = 200)
  void anyMisfortune_eachKeyDecidedInQueueOrder_nothingMissing(@ForAll long seed) {
    queuedByKey.clear();
    queued.clear();
    Random random = new Random(seed);
    ModelPlatform platform = new ModelPlatform(random);
    ListOutbox outbox = new ListOutbox();
    Stage stage = open(outbox, random, 1_000_000);
    for (int i = 0; i < 400; i++) {
      if (random.nextInt(3) == 0) {
        append(outbox, random);
      }
      line(stage, random);
      stage.pass(Duration.ofMillis(random.nextInt(20_000)));
      platform.collect(stage.uplink);
      platform.deliver(stage);
      if (random.nextInt(80) == 0) {
        stage = open(outbox, random, stage.now);
      }
    }
    platform.behave();
    calm(stage, platform);
    assertEquals(0, outbox.counts().pending());
    judge(new ArrayList<>(platform.decided.keySet()));
  }

  /** Sometimes with so little memory that keys are cut again and again. */
  private static Stage open(ListOutbox outbox, Random random, long now) {
    OrderKeys keys = random.nextBoolean() ? new OrderKeys() : new OrderKeys(2, 5);
    Stage stage = new Stage(Stage.settings(WINDOW), outbox, keys);
    stage.now = now;
    return stage;
  }

  private void append(ListOutbox outbox, Random random) {
    for (int burst = random.nextInt(6); burst >= 0; burst--) {
      int citizen = random.nextInt(8);
      // The lane belongs to the service item, and so to the key.
      Lane lane = Lane.values()[citizen % 3];
      Optional<String> key = citizen == 7 ? Optional.empty() : Messages.key(citizen);
      SignedEnvelope message = Messages.labelled(lane, key);
      outbox.append(message);
      queued.add(message.id());
      key.ifPresent(
          k -> queuedByKey.computeIfAbsent(k, any -> new ArrayList<>()).add(message.id()));
    }
  }

  private static void line(Stage stage, Random random) {
    if (!stage.uplink.up && random.nextInt(3) == 0) {
      stage.connect();
    } else if (stage.uplink.up && random.nextInt(30) == 0) {
      stage.uplink.disconnect();
    }
  }

  private static void calm(Stage stage, ModelPlatform platform) {
    stage.uplink.disconnect();
    stage.connect();
    for (int i = 0; i < 4000 && stage.outbox.counts().pending() > 0; i++) {
      platform.collect(stage.uplink);
      platform.deliver(stage);
      stage.pass(Duration.ofSeconds(20));
    }
  }

  private void judge(List<TransactionId> decided) {
    assertTrue(decided.containsAll(queued), "a message never reached the platform");
    queuedByKey.forEach(
        (key, ids) -> {
          List<TransactionId> seen = new ArrayList<>(decided);
          seen.retainAll(ids);
          assertEquals(ids, seen, "of one key in another order");
        });
  }
}

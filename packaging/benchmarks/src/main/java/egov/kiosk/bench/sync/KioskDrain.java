package egov.kiosk.bench.sync;

import egov.kiosk.agent.AgentSettings;
import egov.kiosk.agent.SyncAgent;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import egov.kiosk.uplinkmqtt.MqttUplink;
import egov.kiosk.uplinkmqtt.UplinkSettings;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The measured side of the drain: outbox, agent and uplink as a kiosk runs them, until a number of
 * messages is settled by verified receipts.
 */
final class KioskDrain {
  /** The first settlements are not counted: connecting and subscribing are not draining. */
  private static final int UNCOUNTED = 100;

  private static final long LONGEST_SECONDS = 120;

  /** What a kiosk has without a receipt at most, as it comes from the factory. */
  static final int UNSETTLED = 500;

  private final String broker;
  private final Receipts receipts;
  private final int window;

  KioskDrain(String broker, Receipts receipts, int window) {
    this.broker = broker;
    this.receipts = receipts;
    this.window = window;
  }

  /** Messages settled a second, over so many of them behind the first {@value #UNCOUNTED}. */
  double rate(String kioskId, SqliteOutbox outbox, int counted)
      throws IOException, InterruptedException {
    UplinkSettings fleet = settings(UplinkSettings.of(BrokerAddress.parse(broker)));
    return rate(kioskId, outbox, new MqttUplink(kioskId, fleet), counted);
  }

  /** The same over a line that costs nothing. */
  double withoutLine(String kioskId, SqliteOutbox outbox, int counted)
      throws IOException, InterruptedException {
    return rate(kioskId, outbox, new NoLine(receipts), counted);
  }

  private double rate(String kioskId, SqliteOutbox outbox, Uplink uplink, int counted)
      throws IOException, InterruptedException {
    AtomicInteger settled = new AtomicInteger();
    AtomicLong first = new AtomicLong();
    AtomicLong last = new AtomicLong();
    CountDownLatch done = new CountDownLatch(1);
    SyncAgent.Listeners listeners =
        new SyncAgent.Listeners(
            List.of(
                receipt -> {
                  int count = settled.incrementAndGet();
                  if (count == UNCOUNTED) {
                    first.set(System.nanoTime());
                  } else if (count == UNCOUNTED + counted) {
                    last.set(System.nanoTime());
                    done.countDown();
                  }
                }),
            List.of());
    AgentSettings settings =
        new AgentSettings(
            UNSETTLED, Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));
    try (SyncAgent agent =
        new SyncAgent(
            outbox,
            uplink,
            receipts.verifier(kioskId),
            listeners,
            settings,
            Clock.systemUTC(),
            System::nanoTime)) {
      outbox.listen(agent);
      agent.start();
      boolean ended = done.await(LONGEST_SECONDS, TimeUnit.SECONDS);
      outbox.forget(agent);
      if (!ended) {
        throw new IOException("only " + settled.get() + " messages were settled");
      }
    }
    return counted * 1e9 / (last.get() - first.get());
  }

  /** How many messages a round must hold so that so many can be counted. */
  static int needed(int counted) {
    return counted + UNCOUNTED;
  }

  private UplinkSettings settings(UplinkSettings fleet) {
    return new UplinkSettings(
        fleet.broker(),
        fleet.passwordFile(),
        fleet.line(),
        fleet.protocol(),
        fleet.profile(),
        fleet.timing(),
        window,
        fleet.maximumPacketBytes(),
        fleet.largestMessageBytes(),
        fleet.backOff(),
        fleet.metered());
  }
}

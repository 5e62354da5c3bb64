package egov.kiosk.proving.stand;

import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Somebody at the broker who hears every message and receipt and says them again, in another order.
 */
public final class Mixer implements LinkListener, AutoCloseable {
  private static final int MEMORY = 120;
  private static final Duration STOP = Duration.ofSeconds(2);
  private static final BackOff.Limits PAUSES =
      new BackOff.Limits(Duration.ofMillis(50), Duration.ofMillis(500), 3, Duration.ofMillis(100));

  private final Deque<Publication> heard = new ArrayDeque<>();
  private final MqttLink link;

  Mixer(int port) {
    link =
        MqttLink.open(
            LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + port), "mixer")
                .subscribing("egov/1/+/up/tx/#", "egov/1/+/down/rcpt")
                .withWindow(100)
                .pausing(PAUSES),
            this);
  }

  @Override
  public void connected(ServerLimits limits) {
    // Nothing to do: it only listens until told to speak.
  }

  @Override
  public void disconnected(String reason) {
    // The link comes back by itself.
  }

  @Override
  public void received(InboundMessage message) {
    message.acknowledge();
    synchronized (heard) {
      heard.addLast(Publication.of(message.topic(), message.payload()));
      if (heard.size() > MEMORY) {
        heard.removeFirst();
      }
    }
  }

  /**
   * Says again what it remembers, shuffled.
   *
   * @return how many
   */
  public int replay(Random random, int most) {
    List<Publication> again;
    synchronized (heard) {
      again = new ArrayList<>(heard);
    }
    Collections.shuffle(again, random);
    List<Publication> chosen = again.subList(0, Math.min(most, again.size()));
    chosen.forEach(link::publish);
    return chosen.size();
  }

  @Override
  public void close() {
    link.close(STOP);
  }
}

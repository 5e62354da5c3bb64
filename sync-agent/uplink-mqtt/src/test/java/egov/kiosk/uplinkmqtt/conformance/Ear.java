package egov.kiosk.uplinkmqtt.conformance;

import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A link's end that keeps what it hears. */
public final class Ear implements LinkListener {
  private final boolean acknowledging;
  private final List<InboundMessage> messages = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private int connections;

  /**
   * @param acknowledging whether messages are acknowledged as they come
   */
  public Ear(boolean acknowledging) {
    this.acknowledging = acknowledging;
  }

  @Override
  public synchronized void connected(ServerLimits limits) {
    connections++;
  }

  @Override
  public synchronized void disconnected(String reason) {
    troubles.add(reason);
  }

  @Override
  public synchronized void received(InboundMessage message) {
    messages.add(message);
    if (acknowledging) {
      message.acknowledge();
    }
  }

  public synchronized int connections() {
    return connections;
  }

  public synchronized List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** Payloads heard on a topic, as text. */
  public synchronized List<String> heard(String topic) {
    return messages.stream()
        .filter(message -> message.topic().equals(topic))
        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  /** How much was heard altogether. */
  public synchronized int count() {
    return messages.size();
  }
}

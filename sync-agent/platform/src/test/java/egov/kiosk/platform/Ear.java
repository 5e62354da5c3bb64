package egov.kiosk.platform;

import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.util.ArrayList;
import java.util.List;

/** Listens on a link and remembers. */
public final class Ear implements LinkListener {
  private final boolean acknowledging;
  private final List<InboundMessage> messages = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private int connections;
  private ServerLimits limits;

  public Ear(boolean acknowledging) {
    this.acknowledging = acknowledging;
  }

  @Override
  public synchronized void connected(ServerLimits granted) {
    connections++;
    limits = granted;
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

  public synchronized List<InboundMessage> messages() {
    return List.copyOf(messages);
  }

  public synchronized List<String> troubles() {
    return List.copyOf(troubles);
  }

  public synchronized int connections() {
    return connections;
  }

  public synchronized ServerLimits limits() {
    return limits;
  }
}

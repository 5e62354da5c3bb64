package egov.kiosk.uplinkmqtt;

import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.contract.Topics;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.util.HashMap;
import java.util.Map;

/** Sorts what a kiosk's link tells. Called on the link's thread. */
final class Dispatch implements LinkListener {
  private static final int LARGEST = 256 * 1024;

  private final String receipts;
  private final Map<String, DownChannel> channels = new HashMap<>();
  private final Opening opening;
  private final UplinkListener agent;
  private final Mailbox mailbox;
  private final Ignored ignored = new Ignored(System::nanoTime);

  Dispatch(String kioskId, Opening opening, UplinkListener agent, Mailbox mailbox) {
    receipts = Topics.receipts(kioskId);
    for (DownChannel channel : DownChannel.values()) {
      channels.put(Topics.of(channel, kioskId), channel);
    }
    this.opening = opening;
    this.agent = agent;
    this.mailbox = mailbox;
  }

  @Override
  public void connected(ServerLimits granted) {
    opening.connected(granted);
  }

  @Override
  public void disconnected(String reason) {
    opening.disconnected(reason);
  }

  @Override
  public void received(InboundMessage message) {
    DownChannel channel = channels.get(message.topic());
    boolean desired = channel == DownChannel.CONFIGURATION || channel == DownChannel.CATALOGUE;
    if (message.retained() && !desired) {
      ignored.note("A kept message is ignored; somebody planted it");
    } else if (message.topic().equals(receipts)) {
      agent.receipt(message.payload());
    } else if (channel == null || message.length() > LARGEST) {
      ignored.note("A message is ignored: not one of ours, or too large");
    } else if (message.length() > 0) {
      // A cleared desired state is no order: the last one stands.
      mailbox.deliver(channel, message.payload());
    }
    // Acknowledged whatever it is: a lost receipt comes again when the message is sent again.
    message.acknowledge();
  }
}

package egov.kiosk.platform.orders;

import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.ServerLimits;

/** Does not care. */
final class NoListener implements LinkListener {
  @Override
  public void connected(ServerLimits limits) {}

  @Override
  public void disconnected(String reason) {}

  @Override
  public void received(InboundMessage message) {
    message.acknowledge();
  }
}

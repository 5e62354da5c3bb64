package egov.kiosk.gateway.orders;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.fleet.DownChannel;
import java.time.Instant;
import java.util.Objects;

/**
 * An order, signed once and sent until it is settled.
 *
 * @param kioskId whose
 * @param channel on which it goes
 * @param id a command's id, or the version of what is desired in decimal digits
 * @param until when it makes no sense any more
 * @param signed the bytes that are sent; not changed
 */
record SentOrder(String kioskId, DownChannel channel, String id, Instant until, byte[] signed) {
  SentOrder {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(until, "until");
    if (!Topics.isKioskId(kioskId) || !id.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("an order has a kiosk's id and an id of its own");
    }
  }

  /** Whether it describes how the kiosk should be; then it replaces the one before. */
  boolean desired() {
    return channel == DownChannel.CONFIGURATION || channel == DownChannel.CATALOGUE;
  }

  /** Whether it is settled once the broker has it; what is to be done waits for its answer. */
  boolean settledByBroker() {
    return channel != DownChannel.COMMAND;
  }
}

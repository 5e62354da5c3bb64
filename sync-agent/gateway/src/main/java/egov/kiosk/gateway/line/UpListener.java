package egov.kiosk.gateway.line;

import egov.kiosk.domain.fleet.UpChannel;
import java.io.IOException;
import java.util.Set;

/**
 * Told what comes up outside the queue: chunks, answers to commands, events. Of all workers one is
 * told of each message, so what is learnt must be kept where every worker sees it.
 */
public interface UpListener {
  /** What it wants to hear; asked once. */
  Set<UpChannel> channels();

  /**
   * Something came up. Nothing about it was checked but that the broker let this kiosk send there.
   * Called on a thread of its own, one message at a time; the message is acknowledged to the broker
   * when this returns.
   *
   * @param payload the bytes as received, not shared with anybody
   * @throws IOException when it could not be recorded; the message is not acknowledged and comes
   *     again
   */
  void received(UpChannel channel, String kioskId, byte[] payload) throws IOException;
}

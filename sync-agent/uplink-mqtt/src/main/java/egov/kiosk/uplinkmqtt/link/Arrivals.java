package egov.kiosk.uplinkmqtt.link;

import java.util.ArrayList;
import java.util.List;

/**
 * Bounds what waits between the client library and the link's thread. What wants an acknowledgement
 * is bounded by the receive maximum (MQTT 5; the older protocol has none), and has room of its own;
 * the rest a broker may send as fast as it likes, and it must not take the memory. Safe for use by
 * several threads.
 */
final class Arrivals {
  /** What a message takes besides its payload, counted generously. */
  private static final int HEAD = 1024;

  private final long most;
  private final List<InboundMessage> kept = new ArrayList<>();
  private long assured;
  private long others;

  /** Room, twice, for as many of the largest packets as may wait for an acknowledgement. */
  Arrivals(LinkOptions.Windows windows) {
    most = (long) windows.receiveMaximum() * (windows.maximumPacketSize() + HEAD);
  }

  /** Whether there is room for one more, which is taken then; {@link #done} gives it back. */
  synchronized boolean take(InboundMessage message) {
    long more = (long) message.length() + HEAD;
    boolean room = (message.assured() ? assured : others) + more <= most;
    if (room) {
      count(message, more);
    }
    return room;
  }

  synchronized void done(InboundMessage message) {
    count(message, -message.length() - HEAD);
  }

  private void count(InboundMessage message, long more) {
    if (message.assured()) {
      assured += more;
    } else {
      others += more;
    }
  }

  /** Keeps one that was taken until {@link #kept}. */
  synchronized void keep(InboundMessage message) {
    kept.add(message);
  }

  /** Gives out what was kept, in its order; each is still to be {@link #done}. */
  synchronized List<InboundMessage> kept() {
    List<InboundMessage> all = List.copyOf(kept);
    kept.clear();
    return all;
  }
}

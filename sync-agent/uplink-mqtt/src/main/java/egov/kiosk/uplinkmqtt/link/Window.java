package egov.kiosk.uplinkmqtt.link;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/**
 * Places for publications without an acknowledgement. Each share has its own, so that neither takes
 * the other's. When the broker takes fewer than both together (MQTT 5 §4.9), those beyond its
 * number wait here for the next acknowledgement, the main share's first. Safe for several threads.
 */
final class Window {
  private final Map<Share, Integer> places = new EnumMap<>(Share.class);
  private final Map<Share, Integer> taken = new EnumMap<>(Share.class);
  private final Map<Share, Queue<Runnable>> held = new EnumMap<>(Share.class);
  private final int receiveMaximum;
  private int flying;

  /**
   * @param main places of the main share
   * @param side places of the other
   * @param receiveMaximum how many the broker takes at once
   */
  Window(int main, int side, int receiveMaximum) {
    this.receiveMaximum = receiveMaximum;
    places.put(Share.MAIN, main);
    places.put(Share.SIDE, side);
    for (Share share : Share.values()) {
      taken.put(share, 0);
      held.put(share, new ArrayDeque<>());
    }
  }

  int places(Share share) {
    return places.get(share);
  }

  /** How many places are taken. */
  synchronized int taken() {
    return taken.get(Share.MAIN) + taken.get(Share.SIDE);
  }

  /** Takes a place, to be given back by {@link #free}; false when there is none. */
  synchronized boolean take(Share share) {
    int before = taken.get(share);
    if (before >= places.get(share)) {
      return false;
    }
    taken.put(share, before + 1);
    return true;
  }

  /** Sends now, or as soon as the broker takes one more. */
  void send(Share share, Runnable sending) {
    synchronized (this) {
      if (flying >= receiveMaximum) {
        held.get(share).add(sending);
        return;
      }
      flying++;
    }
    sending.run();
  }

  /** Gives a place back whose publication was sent, and lets the next one go. */
  void free(Share share) {
    Runnable next;
    synchronized (this) {
      taken.put(share, taken.get(share) - 1);
      next = held.get(Share.MAIN).poll();
      if (next == null) {
        next = held.get(Share.SIDE).poll();
      }
      if (next == null) {
        flying--;
      }
    }
    if (next != null) {
      next.run();
    }
  }
}

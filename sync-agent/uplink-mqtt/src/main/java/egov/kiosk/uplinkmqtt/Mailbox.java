package egov.kiosk.uplinkmqtt;

import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what comes down to whoever listens. The rooms that act on it may start after the line is
 * up: what the kiosk should be is kept for each of them, what to do for the first. Safe for use by
 * several threads.
 */
final class Mailbox {
  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
  private static final int MOST_UNHEARD = 16;

  private final List<FleetListener> listeners = new ArrayList<>();
  private final Map<DownChannel, byte[]> desired = new EnumMap<>(DownChannel.class);
  private final Deque<Letter> unheard = new ArrayDeque<>();
  private boolean overflowed;

  private record Letter(DownChannel channel, byte[] payload) {}

  synchronized void add(FleetListener listener) {
    if (listeners.contains(listener)) {
      return;
    }
    listeners.add(listener);
    overflowed = false;
    desired.forEach((channel, payload) -> tell(listener, channel, payload));
    for (Letter letter = unheard.poll(); letter != null; letter = unheard.poll()) {
      tell(listener, letter.channel(), letter.payload());
    }
  }

  synchronized void remove(FleetListener listener) {
    listeners.remove(listener);
  }

  synchronized void deliver(DownChannel channel, byte[] payload) {
    if (channel == DownChannel.CONFIGURATION || channel == DownChannel.CATALOGUE) {
      desired.put(channel, payload.clone());
    } else if (listeners.isEmpty()) {
      if (unheard.size() == MOST_UNHEARD) {
        unheard.poll();
        if (!overflowed) {
          LOG.warn("Nobody acts on what the platform sends; the oldest of it is dropped");
        }
        overflowed = true;
      }
      unheard.add(new Letter(channel, payload));
    }
    for (FleetListener listener : listeners) {
      tell(listener, channel, payload);
    }
  }

  private static void tell(FleetListener listener, DownChannel channel, byte[] payload) {
    try {
      listener.received(channel, payload.clone());
    } catch (RuntimeException e) {
      LOG.error("A listener failed on a message of {}", channel, e);
    }
  }
}

package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Lane;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps messages of one citizen and item in order: of each order key one message is on its way, the
 * next follows when that one is settled. Those that wait are remembered by place alone, so that
 * finding the next costs the same however many wait. A key with more than can be remembered is cut
 * there: when its turn comes to the cut, its lane is read again from that place.
 */
final class OrderKeys {
  private static final int OF_ONE_KEY = 8192;
  private static final int IN_ALL = 131_072;

  private final int ofOneKey;
  private final int inAll;
  private final Map<String, Long> holders = new HashMap<>();
  private final Map<String, TreeMap<Long, Lane>> waiting = new HashMap<>();
  private final Map<String, Place> cuts = new HashMap<>();
  private final Map<Lane, TreeMap<Long, String>> released = new EnumMap<>(Lane.class);
  private final Map<Lane, Long> rereads = new EnumMap<>(Lane.class);
  private int size;

  private record Place(long sequence, Lane lane) {}

  OrderKeys() {
    this(OF_ONE_KEY, IN_ALL);
  }

  OrderKeys(int ofOneKey, int inAll) {
    this.ofOneKey = ofOneKey;
    this.inAll = inAll;
    for (Lane lane : Lane.values()) {
      released.put(lane, new TreeMap<>());
    }
  }

  /** Whether a message may go now, and holds its key then; if not, its turn comes by itself. */
  boolean admit(String key, long sequence, Lane lane) {
    Long holder = holders.putIfAbsent(key, sequence);
    if (holder == null || holder == sequence) {
      released.get(lane).remove(sequence);
      return true;
    }
    remember(key, sequence, lane);
    return false;
  }

  private void remember(String key, long sequence, Lane lane) {
    Place cut = cuts.get(key);
    if (cut != null && cut.sequence() <= sequence) {
      return;
    }
    TreeMap<Long, Lane> places = waiting.computeIfAbsent(key, k -> new TreeMap<>());
    if (places.put(sequence, lane) == null) {
      size++;
    }
    if (places.size() > ofOneKey || size > inAll) {
      Map.Entry<Long, Lane> last = places.pollLastEntry();
      size--;
      cuts.put(key, new Place(last.getKey(), last.getValue()));
    }
    if (places.isEmpty()) {
      waiting.remove(key);
    }
  }

  /** A message no longer holds its key: the next that waits for it, if any, is released. */
  void release(String key, long sequence) {
    if (!holders.remove(key, sequence)) {
      return;
    }
    Place next = next(key);
    if (next != null) {
      holders.put(key, next.sequence());
      released.get(next.lane()).put(next.sequence(), key);
    }
  }

  private Place next(String key) {
    TreeMap<Long, Lane> places = waiting.get(key);
    if (places == null) {
      Place cut = cuts.remove(key);
      if (cut != null) {
        rereads.merge(cut.lane(), cut.sequence(), Math::min);
      }
      return cut;
    }
    Map.Entry<Long, Lane> first = places.pollFirstEntry();
    size--;
    if (places.isEmpty()) {
      waiting.remove(key);
    }
    return new Place(first.getKey(), first.getValue());
  }

  /** The oldest place of a lane whose turn has come, or null. */
  Long nextReleased(Lane lane) {
    TreeMap<Long, String> places = released.get(lane);
    return places.isEmpty() ? null : places.firstKey();
  }

  /** Takes it; gives the key it holds. */
  String take(Lane lane, long sequence) {
    return released.get(lane).remove(sequence);
  }

  /** Behind which place a lane must be read again before it is read on, or null. */
  Long reread(Lane lane) {
    return rereads.remove(lane);
  }

  /** How many messages are remembered here, not counting those on their way. */
  int size() {
    int sum = size;
    for (TreeMap<Long, String> places : released.values()) {
      sum += places.size();
    }
    return sum;
  }

  /** Whether every message that was met and not sent is remembered. */
  boolean complete() {
    return cuts.isEmpty();
  }
}

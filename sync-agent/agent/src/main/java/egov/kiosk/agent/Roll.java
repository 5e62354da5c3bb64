package egov.kiosk.agent;

import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The messages on their way, by place and by id. Limited in size, whatever the backlog. */
final class Roll {
  /** How many messages are remembered at most; beyond that nothing new is taken up. */
  static final int CAPACITY = 4096;

  private final TreeMap<Long, Tracked> bySequence = new TreeMap<>();
  private final Map<TransactionId, Tracked> byId = new HashMap<>();

  void add(Tracked message) {
    bySequence.put(message.sequence, message);
    byId.put(message.id, message);
  }

  void remove(Tracked message) {
    bySequence.remove(message.sequence);
    byId.remove(message.id);
  }

  /** The message at a place, or null. */
  Tracked at(long sequence) {
    return bySequence.get(sequence);
  }

  /** The message with an id, or null. */
  Tracked with(TransactionId id) {
    return byId.get(id);
  }

  int size() {
    return bySequence.size();
  }

  boolean full() {
    return bySequence.size() >= CAPACITY;
  }

  int count(Predicate<Tracked> which) {
    int count = 0;
    for (Tracked message : bySequence.values()) {
      count += which.test(message) ? 1 : 0;
    }
    return count;
  }

  /** Those that match, oldest first; a copy. */
  List<Tracked> all(Predicate<Tracked> which) {
    List<Tracked> found = new ArrayList<>();
    for (Tracked message : bySequence.values()) {
      if (which.test(message)) {
        found.add(message);
      }
    }
    return found;
  }
}

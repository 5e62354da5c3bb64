package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Lane;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Whose turn it is among the lanes: one with nothing on its way goes before one that has, the one
 * that waited longest first; otherwise the more urgent one goes. So no lane ever starves.
 */
final class Turns {
  private final Map<Lane, Long> served = new EnumMap<>(Lane.class);
  private final Lane[] order = Lane.values();
  private long turns;

  Turns() {
    for (Lane lane : order) {
      served.put(lane, 0L);
    }
  }

  /** The lanes in the order in which they may use the next turn; valid until the next call. */
  Lane[] order(Roll roll) {
    Arrays.sort(order, (one, other) -> compare(one, other, roll));
    return order;
  }

  private int compare(Lane one, Lane other, Roll roll) {
    boolean empty = roll.held(one) == 0;
    if (empty != (roll.held(other) == 0)) {
      return empty ? -1 : 1;
    }
    int longest = empty ? Long.compare(served.get(one), served.get(other)) : 0;
    return longest != 0 ? longest : one.compareTo(other);
  }

  /** A lane used its turn. */
  void used(Lane lane) {
    served.put(lane, ++turns);
  }
}

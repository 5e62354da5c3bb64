package egov.kiosk.agent;

import egov.kiosk.agent.Tracked.Phase;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The messages on their way, found by place, by id, by when they are due and by whose turn it is.
 * Limited in size, whatever the backlog; no question it answers looks at all of them.
 */
final class Roll {
  /** How many messages of a lane are remembered at most; beyond that none is taken up. */
  static final int CAPACITY = 2048;

  private static final Comparator<Tracked> BY_PLACE = Comparator.comparingLong(m -> m.sequence);
  // The agent's clock may overflow, so that only differences mean something.
  private static final Comparator<Tracked> BY_DUE =
      ((Comparator<Tracked>) (one, other) -> Long.signum(one.due - other.due))
          .thenComparing(BY_PLACE);

  private final Map<Long, Tracked> bySequence = new HashMap<>();
  private final Map<TransactionId, Tracked> byId = new HashMap<>();
  private final TreeSet<Tracked> agenda = new TreeSet<>(BY_DUE);
  private final Map<Lane, LaneRoll> lanes = new EnumMap<>(Lane.class);
  private final int[] sendingByKind = new int[MessageKind.values().length];
  private int held;
  private int parked;
  private int oversize;
  private int late;
  private int asking;

  /** What is known of one lane. */
  private static final class LaneRoll {
    final TreeSet<Tracked> readyWithSlot = new TreeSet<>(BY_PLACE);
    final TreeSet<Tracked> readyWithout = new TreeSet<>(BY_PLACE);
    int size;
    int held;
  }

  Roll() {
    for (Lane lane : Lane.values()) {
      lanes.put(lane, new LaneRoll());
    }
  }

  void add(Tracked message) {
    bySequence.put(message.sequence, message);
    byId.put(message.id, message);
    lanes.get(message.lane).size++;
    enter(message, 1);
  }

  void remove(Tracked message) {
    enter(message, -1);
    lanes.get(message.lane).size--;
    bySequence.remove(message.sequence);
    byId.remove(message.id);
  }

  /** Changes a message that is on the roll. */
  void change(Tracked message, Consumer<Tracked> how) {
    enter(message, -1);
    how.accept(message);
    enter(message, 1);
  }

  /** Enters a message in the indexes and sums, or strikes it out with a sign of -1. */
  private void enter(Tracked message, int sign) {
    LaneRoll lane = lanes.get(message.lane);
    TreeSet<Tracked> index =
        message.phase != Phase.READY
            ? agenda
            : message.holdsSlot() ? lane.readyWithSlot : lane.readyWithout;
    if (sign > 0) {
      index.add(message);
    } else {
      index.remove(message);
    }
    if (message.holdsSlot()) {
      held += sign;
      lane.held += sign;
    }
    if (message.phase == Phase.SENDING) {
      sendingByKind[message.kind.ordinal()] += sign;
    }
    parked += message.parked && !message.oversize ? sign : 0;
    oversize += message.oversize ? sign : 0;
    late += message.sendings > 1 ? sign : 0;
    asking += message.sendings > 1 && message.holdsSlot() ? sign : 0;
  }

  /** The message at a place, or null. */
  Tracked at(long sequence) {
    return bySequence.get(sequence);
  }

  /** The message with an id, or null. */
  Tracked with(TransactionId id) {
    return byId.get(id);
  }

  /** All of them, in no order; a copy. */
  List<Tracked> all() {
    return new ArrayList<>(bySequence.values());
  }

  /** The one that is due first of those not ready, or null. */
  Tracked nextDue() {
    return agenda.isEmpty() ? null : agenda.first();
  }

  /**
   * The oldest of a lane that is ready, or null.
   *
   * @param slotFree whether one that has no place in the window may have one
   */
  Tracked nextReady(Lane lane, boolean slotFree) {
    LaneRoll roll = lanes.get(lane);
    Tracked one = roll.readyWithSlot.isEmpty() ? null : roll.readyWithSlot.first();
    Tracked other = !slotFree || roll.readyWithout.isEmpty() ? null : roll.readyWithout.first();
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.sequence < other.sequence ? one : other;
  }

  boolean full(Lane lane) {
    return lanes.get(lane).size >= CAPACITY;
  }

  int size() {
    return bySequence.size();
  }

  /** How many places of the window are taken. */
  int held() {
    return held;
  }

  /** How many of these a lane has. */
  int held(Lane lane) {
    return lanes.get(lane).held;
  }

  /** How many with a place in the window were sent more than once. */
  int asking() {
    return asking;
  }

  boolean sending(MessageKind kind) {
    return sendingByKind[kind.ordinal()] > 0;
  }

  /** What a technician may want to know. */
  DrainStatus status() {
    return new DrainStatus(held, parked, oversize, late);
  }
}

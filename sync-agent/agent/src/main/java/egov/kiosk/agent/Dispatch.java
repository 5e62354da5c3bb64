package egov.kiosk.agent;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Decides which message goes next: lane by lane as {@link Turns} says, the oldest of a lane first,
 * of one order key one at a time, and no more than the limits and the pace allow. A lane with
 * nothing on its way may use one place more than there are.
 */
final class Dispatch {
  private static final long GRACE = Duration.ofSeconds(2).toNanos();

  /** How many messages that have to wait for their key are passed over in one round. */
  private static final int PASSED_OVER = 256;

  private final Outbox outbox;
  private final Sender sender;
  private final Backoff backoff;
  private final LongSupplier nanos;
  private final Pace pace;
  private final Roll roll;
  private final Parking parking = new Parking();
  private final OrderKeys keys;
  private final Turns turns = new Turns();
  private final Map<Lane, Feed> feeds = new EnumMap<>(Lane.class);
  private long explained;
  private int mayPassOver;

  Dispatch(
      Outbox outbox,
      Sender sender,
      Backoff backoff,
      LongSupplier nanos,
      Roll roll,
      OrderKeys keys) {
    this.outbox = outbox;
    this.sender = sender;
    this.backoff = backoff;
    this.nanos = nanos;
    this.roll = roll;
    this.keys = keys;
    pace = new Pace(backoff.settings().drainEvery(), nanos.getAsLong());
    for (Lane lane : Lane.values()) {
      feeds.put(lane, new Feed(outbox, lane));
    }
  }

  Roll roll() {
    return roll;
  }

  Parking parking() {
    return parking;
  }

  Pace pace() {
    return pace;
  }

  /**
   * Messages were queued, or became pending again.
   *
   * @param lowest the lowest place of these
   */
  void appended(long lowest) {
    for (Feed feed : feeds.values()) {
      if (!feed.dry() && lowest <= feed.cursor()) {
        // With newer ones unread, only a message that was pending before can be behind us.
        feed.rewind(lowest - 1);
      }
      feed.wet();
    }
  }

  /** The message needs no more sending; whoever waits for its order key may go. */
  void forget(TransactionId id) {
    Tracked message = roll.with(id);
    if (message == null || message.sequence > feeds.get(message.lane).cursor()) {
      // What was read ahead lies behind the cursor, and nothing else does.
      feeds.values().forEach(feed -> feed.forget(id));
    }
    if (message != null) {
      remove(message);
    }
  }

  private void remove(Tracked message) {
    roll.remove(message);
    message.orderKey.ifPresent(key -> keys.release(key, message.sequence));
  }

  /**
   * Sends what may go now.
   *
   * @return nanoseconds until more may go by itself
   */
  long work() throws OutboxException {
    mayPassOver = PASSED_OVER;
    do {
      while (sender.free() > 0) {
        long pause = pace.pause(nanos.getAsLong());
        if (pause > 0) {
          return pause;
        }
        if (!next()) {
          break;
        }
      }
    } while (sender.free() > 0 && lookBehind());
    return mayPassOver <= 0 ? 0 : parking.pause(nanos.getAsLong());
  }

  /** Deals with one message; false when there is none that may go. */
  private boolean next() throws OutboxException {
    for (Lane lane : turns.order(roll)) {
      boolean slot = slotFree(lane);
      Tracked again = roll.nextReady(lane, slot);
      Long released = slot && !roll.full(lane) ? keys.nextReleased(lane) : null;
      if (released != null && (again == null || released < again.sequence)) {
        release(lane, released);
        return true;
      }
      if (again != null) {
        resend(again);
        return true;
      }
      if (slot && !roll.full(lane) && fresh(lane)) {
        return true;
      }
    }
    return false;
  }

  private boolean slotFree(Lane lane) {
    return roll.held() < backoff.settings().unsettled() || roll.held(lane) == 0;
  }

  private void release(Lane lane, long sequence) throws OutboxException {
    QueuedEnvelope message = feeds.get(lane).at(sequence);
    String key = keys.take(lane, sequence);
    if (message == null || roll.at(sequence) != null) {
      // Settled meanwhile, or given up by the queue itself.
      keys.release(key, sequence);
    } else {
      track(message);
    }
  }

  private void resend(Tracked message) throws OutboxException {
    if (!mayTry(message)) {
      return;
    }
    QueuedEnvelope found = feeds.get(message.lane).at(message.sequence);
    if (found == null) {
      remove(message);
    } else {
      give(message, found);
    }
  }

  private boolean fresh(Lane lane) throws OutboxException {
    Feed feed = feeds.get(lane);
    Long reread = keys.reread(lane);
    if (reread != null) {
      feed.rewind(reread);
    }
    while (mayPassOver > 0 && !parking.everything(nanos.getAsLong(), roll)) {
      QueuedEnvelope message = feed.next();
      if (message == null) {
        return false;
      }
      if (roll.at(message.sequence()) == null && admit(message, lane)) {
        track(message);
        return true;
      }
      mayPassOver--;
    }
    return false;
  }

  private boolean admit(QueuedEnvelope message, Lane lane) {
    return message
        .envelope()
        .label()
        .orderKey()
        .map(key -> keys.admit(key, message.sequence(), lane))
        .orElse(true);
  }

  private void track(QueuedEnvelope message) {
    Tracked tracked = new Tracked(message);
    roll.add(tracked);
    if (mayTry(tracked)) {
      give(tracked, message);
    }
  }

  private void give(Tracked message, QueuedEnvelope envelope) {
    long now = nanos.getAsLong();
    turns.used(message.lane);
    if (sender.send(message, envelope, now)) {
      pace.use(now);
    }
  }

  /** A doubtful kind is tried with one message; the others wait for what becomes of it. */
  private boolean mayTry(Tracked message) {
    if (!parking.doubtful(message.kind)) {
      return true;
    }
    long now = nanos.getAsLong();
    long until = parking.until(message.kind);
    if (until - now <= 0 && !roll.sending(message.kind)) {
      return true;
    }
    roll.change(message, m -> m.park(until - now <= 0 ? now + GRACE : until));
    return false;
  }

  /**
   * A row the queue repaired may stand behind us: so looks again from the beginning, once.
   *
   * @return whether there is something to look at
   */
  private boolean lookBehind() throws OutboxException {
    for (Feed feed : feeds.values()) {
      if (!feed.dry()) {
        return false;
      }
    }
    if (!keys.complete()) {
      return false;
    }
    long unknown = Math.max(0, outbox.counts().pending() - roll.size() - keys.size());
    boolean news = unknown > 0 && unknown != explained;
    explained = unknown;
    if (news) {
      feeds.values().forEach(feed -> feed.rewind(0));
    }
    return news;
  }
}

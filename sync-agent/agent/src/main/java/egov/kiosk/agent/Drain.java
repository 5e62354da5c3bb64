package egov.kiosk.agent;

import egov.kiosk.agent.Tracked.Phase;
import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is sent when (排空). Oldest first; a message keeps its place in the window until a
 * receipt settles it. While the platform is silent the same few messages are tried again and again,
 * ever more slowly; when it answers others but not this one, this one steps aside.
 *
 * <p>Used by one thread. Keeps nothing that the outbox does not have.
 */
final class Drain {
  /** Nothing to do until something happens. */
  static final long IDLE = Long.MAX_VALUE;

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final int BATCH = 16;
  private static final long GRACE = Duration.ofSeconds(2).toNanos();
  private static final long OUTBOX_PAUSE = Duration.ofSeconds(5).toNanos();

  private final Outbox outbox;
  private final Uplink uplink;
  private final Sender sender;
  private final Backoff backoff;
  private final LongSupplier nanos;
  private final QuietLog log;
  private final Roll roll = new Roll();
  private final Parking parking = new Parking();
  private boolean connected;
  private long cursor;
  private long lastSettled;
  private boolean settledEver;

  Drain(
      Outbox outbox,
      Uplink uplink,
      Sender sender,
      Backoff backoff,
      LongSupplier nanos,
      QuietLog log) {
    this.outbox = outbox;
    this.uplink = uplink;
    this.sender = sender;
    this.backoff = backoff;
    this.nanos = nanos;
    this.log = log;
  }

  /** Takes other settings. */
  void settings(AgentSettings changed) {
    backoff.settings(changed);
  }

  /** The line is up: what did not get out before goes first. */
  void connected() {
    long now = nanos.getAsLong();
    connected = true;
    sender.startAfresh();
    parking.reconsider(now);
    for (Tracked message : roll.all(m -> true)) {
      message.failures = 0;
      if (message.phase == Phase.SENT) {
        // Its receipt may be waiting at the broker: let that come down first.
        message.due = Math.max(message.due, now + GRACE);
      } else {
        message.waitUntil(now);
      }
    }
  }

  /** The line is down: nothing is sent until it is up again. */
  void disconnected() {
    connected = false;
  }

  /** What became of a sending. Bad news about an earlier sending than the last is ignored. */
  void outcome(long sequence, long sending, SendOutcome outcome) {
    sender.over(sending);
    Tracked message = roll.at(sequence);
    boolean acknowledged = outcome.result() == SendOutcome.Result.ACKNOWLEDGED;
    boolean current = message != null && message.lastSending == sending;
    if (message == null || (!acknowledged && (!current || message.phase != Phase.SENDING))) {
      return;
    }
    switch (outcome.result()) {
      case ACKNOWLEDGED -> acknowledged(message);
      case FAILED -> {
        message.failures++;
        message.waitUntil(nanos.getAsLong() + backoff.failurePause(message.failures));
      }
      case PARKED -> park(message, outcome.reasonCode());
    }
  }

  private void acknowledged(Tracked message) {
    if (message.phase == Phase.WAITING) {
      message.due = nanos.getAsLong() + backoff.receiptWait(message.sendings);
    }
    message.phase = Phase.SENT;
    message.failures = 0;
    message.parked = false;
    parking.taken(message.kind);
  }

  private void park(Tracked message, int reasonCode) {
    long resume = nanos.getAsLong() + backoff.settings().parkPause().toNanos();
    message.park(resume);
    if (parking.refused(message.kind, reasonCode, resume)) {
      LOG.warn(
          "agent: the broker refuses {} messages with reason 0x{}, first at place {};"
              + " they are kept and tried again in {} s",
          message.kind,
          Integer.toHexString(reasonCode),
          message.sequence,
          backoff.settings().parkPause().toSeconds());
    }
  }

  /** A receipt settled the message. */
  void settled(TransactionId id) {
    lastSettled = nanos.getAsLong();
    settledEver = true;
    forget(id);
  }

  /** The message needs no more sending. */
  void forget(TransactionId id) {
    Tracked message = roll.with(id);
    if (message != null) {
      roll.remove(message);
    }
  }

  /**
   * Sends what is to be sent now.
   *
   * @return nanoseconds until there is something to do by itself; {@link #IDLE} for never
   */
  long work() {
    if (!connected) {
      return IDLE;
    }
    try {
      noticeOverdue();
      sendDue();
      takeNew();
    } catch (OutboxException e) {
      log.problem("queue", "the queue cannot be read, trying again: " + e.getMessage());
      return OUTBOX_PAUSE;
    }
    return untilNext();
  }

  private void noticeOverdue() {
    long now = nanos.getAsLong();
    for (Tracked message : roll.all(m -> m.phase != Phase.WAITING && m.due - now <= 0)) {
      boolean othersAnswered = settledEver && lastSettled - message.sentAt > 0;
      message.stuck |= message.phase == Phase.SENT && othersAnswered;
      message.waitUntil(now);
    }
  }

  private void sendDue() throws OutboxException {
    long now = nanos.getAsLong();
    for (Tracked message : roll.all(m -> m.phase == Phase.WAITING && m.due - now <= 0)) {
      if (sender.free() <= 0) {
        return;
      }
      if ((message.holdsSlot() || freeSlots() > 0) && mayTry(message, now)) {
        resend(message, now);
      }
    }
  }

  /** A doubtful kind is tried with one message; the others wait for what becomes of it. */
  private boolean mayTry(Tracked message, long now) {
    if (!parking.doubtful(message.kind)) {
      return true;
    }
    long until = parking.until(message.kind);
    boolean trying = roll.count(m -> m.phase == Phase.SENDING && m.kind == message.kind) > 0;
    if (until - now <= 0 && !trying) {
      return true;
    }
    message.park(until - now <= 0 ? now + GRACE : until);
    return false;
  }

  private void resend(Tracked message, long now) throws OutboxException {
    List<QueuedEnvelope> found = outbox.pending(message.sequence - 1, 1);
    if (found.isEmpty() || found.get(0).sequence() != message.sequence) {
      // Settled, or given up by the queue itself.
      roll.remove(message);
      return;
    }
    sender.send(message, found.get(0), now);
  }

  private void takeNew() throws OutboxException {
    boolean rescanned = false;
    while (!roll.full() && !parking.everything() && room() > 0) {
      List<QueuedEnvelope> fresh = outbox.pending(cursor, Math.min(BATCH, room()));
      if (fresh.isEmpty()) {
        // A row the queue repaired stands behind us; so look again from the beginning, once.
        if (rescanned || cursor == 0 || outbox.counts().pending() <= roll.size()) {
          return;
        }
        rescanned = true;
        cursor = 0;
      }
      for (QueuedEnvelope message : fresh) {
        cursor = message.sequence();
        take(message);
      }
    }
  }

  private void take(QueuedEnvelope message) {
    if (roll.at(message.sequence()) != null) {
      return;
    }
    long now = nanos.getAsLong();
    Tracked tracked = new Tracked(message, now);
    roll.add(tracked);
    if (mayTry(tracked, now)) {
      sender.send(tracked, message, now);
    }
  }

  private int freeSlots() {
    int window = Math.min(backoff.settings().window(), uplink.window());
    return window - roll.count(Tracked::holdsSlot);
  }

  /** How many new messages can be sent now. */
  private int room() {
    return Math.min(freeSlots(), sender.free());
  }

  private long untilNext() {
    long now = nanos.getAsLong();
    boolean slot = freeSlots() > 0;
    boolean sending = sender.free() > 0;
    long next = IDLE;
    for (Tracked message :
        roll.all(m -> m.phase != Phase.WAITING || (sending && (slot || m.holdsSlot())))) {
      next = Math.min(next, Math.max(0, message.due - now));
    }
    return next;
  }

  /** What a technician may want to know. */
  DrainStatus status() {
    return new DrainStatus(
        roll.count(Tracked::holdsSlot),
        roll.count(m -> m.parked && !m.oversize),
        roll.count(m -> m.oversize),
        roll.count(m -> m.sendings > 1));
  }
}

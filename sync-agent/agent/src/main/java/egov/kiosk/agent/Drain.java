package egov.kiosk.agent;

import egov.kiosk.agent.Tracked.Phase;
import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is on its way (排空): a message keeps its place in the window until a receipt settles
 * it. While the platform is silent a few of them are tried again, ever more slowly, and the others
 * wait; one that is not answered while later ones are, or not for long, steps aside.
 *
 * <p>Used by one thread. Keeps nothing that the outbox does not have.
 */
final class Drain {
  /** Nothing to do until something happens. */
  static final long IDLE = Long.MAX_VALUE;

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final long GRACE = Duration.ofSeconds(2).toNanos();
  private static final long OUTBOX_PAUSE = Duration.ofSeconds(5).toNanos();
  private static final int PATIENCE = 5;

  /** How many messages are sent again to a platform that answers nothing. */
  private static final int ASKING = 50;

  private final Sender sender;
  private final Dispatch dispatch;
  private final Backoff backoff;
  private final LongSupplier nanos;
  private final QuietLog log;
  private final Roll roll;
  private final Parking parking;
  private boolean connected;
  private long newestAnswered;
  private boolean silent;
  private boolean holding;

  Drain(Sender sender, Dispatch dispatch, Backoff backoff, LongSupplier nanos, QuietLog log) {
    this.sender = sender;
    this.dispatch = dispatch;
    this.backoff = backoff;
    this.nanos = nanos;
    this.log = log;
    roll = dispatch.roll();
    parking = dispatch.parking();
  }

  /** Takes other settings. */
  void settings(AgentSettings changed) {
    backoff.settings(changed);
    dispatch.pace().every(changed.drainEvery(), nanos.getAsLong());
  }

  /** Messages were queued, the lowest at this place. */
  void appended(long lowest) {
    dispatch.appended(lowest);
  }

  /** The line is up: what did not get out before goes first. */
  void connected() {
    long now = nanos.getAsLong();
    connected = true;
    sender.startAfresh();
    parking.reconsider(now);
    dispatch.pace().fill(now);
    dispatch.appended(Long.MAX_VALUE);
    for (Tracked message : roll.all()) {
      roll.change(message, m -> reconnected(m, now));
    }
  }

  private static void reconnected(Tracked message, long now) {
    message.failures = 0;
    if (message.phase == Phase.SENT) {
      // Its receipt may be waiting at the broker: let that come down first.
      message.due = Math.max(message.due, now + GRACE);
    } else {
      message.ready();
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
        long now = nanos.getAsLong();
        roll.change(message, m -> m.waitUntil(now + backoff.failurePause(++m.failures)));
      }
      case PARKED -> park(message, outcome.reasonCode());
    }
  }

  private void acknowledged(Tracked message) {
    parking.taken(message.kind);
    boolean late = message.phase == Phase.WAITING || message.phase == Phase.READY;
    long due = late ? nanos.getAsLong() + backoff.receiptWait(message.sendings) : message.due;
    roll.change(
        message,
        m -> {
          m.due = due;
          m.phase = Phase.SENT;
          m.failures = 0;
          m.parked = false;
        });
  }

  private void park(Tracked message, int reasonCode) {
    long resume = nanos.getAsLong() + backoff.settings().parkPause().toNanos();
    roll.change(message, m -> m.park(resume));
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
    Tracked message = roll.with(id);
    if (message != null) {
      // A receipt may answer any of its sendings; the first is the one it answers at least.
      newestAnswered = Math.max(newestAnswered, message.firstSending);
    }
    forget(id);
    if (silent) {
      silent = false;
      rouse();
    }
    if (holding) {
      holding = false;
      release();
    }
  }

  /** What was held back is sent again soon, unless its receipt is on its way as well. */
  private void release() {
    long soon = nanos.getAsLong() + GRACE;
    for (Tracked message : roll.all()) {
      if (message.held) {
        roll.change(
            message,
            m -> {
              m.held = false;
              m.due = m.due - soon > 0 ? soon : m.due;
            });
      }
    }
  }

  /** The platform speaks again: what rested because of its silence has its turn at once. */
  private void rouse() {
    for (Tracked message : roll.all()) {
      if (message.stuck && message.phase == Phase.WAITING) {
        roll.change(message, Tracked::ready);
      }
    }
  }

  /** The message needs no more sending. */
  void forget(TransactionId id) {
    dispatch.forget(id);
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
    noticeDue();
    try {
      long wait = dispatch.work();
      Tracked next = roll.nextDue();
      return next == null ? wait : Math.min(wait, Math.max(0, next.due - nanos.getAsLong()));
    } catch (OutboxException e) {
      log.problem("queue", "the queue cannot be read, trying again: " + e.getMessage());
      return OUTBOX_PAUSE;
    }
  }

  private void noticeDue() {
    long now = nanos.getAsLong();
    for (Tracked next = roll.nextDue();
        next != null && next.due - now <= 0;
        next = roll.nextDue()) {
      roll.change(next, next.phase == Phase.WAITING ? Tracked::ready : m -> overdue(m, now));
    }
  }

  private void overdue(Tracked message, long now) {
    boolean sent = message.phase == Phase.SENT;
    boolean passedOver = newestAnswered > message.lastSending;
    boolean tired = message.sendings >= PATIENCE;
    if (sent && !passedOver && message.sendings == 1 && roll.asking() >= ASKING) {
      holding = true;
      message.held = true;
      message.due = now + backoff.receiptWait(1);
      return;
    }
    message.stuck |= sent && (passedOver || tired);
    silent |= sent && tired && !passedOver;
    if (sent && tired) {
      message.waitUntil(now + backoff.rest());
    } else {
      message.ready();
    }
  }

  /** What a technician may want to know. */
  DrainStatus status() {
    return roll.status();
  }
}

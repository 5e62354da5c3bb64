package egov.kiosk.agent;

import egov.kiosk.agent.Tracked.Phase;
import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Work;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives one message to the uplink. Used by one thread. */
final class Sender {
  /** Takes outcomes from the uplink's threads to the agent's. */
  interface Outcomes {
    void arrived(long sequence, long sending, SendOutcome outcome);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final Outbox outbox;
  private final Roll roll;
  private final Uplink uplink;
  private final Backoff backoff;
  private final Outcomes outcomes;
  private final Stopwatch watch;
  private final Set<Long> outstanding = new HashSet<>();
  private long lastSending;

  Sender(
      Outbox outbox,
      Uplink uplink,
      Roll roll,
      Backoff backoff,
      Outcomes outcomes,
      Stopwatch watch) {
    this.outbox = outbox;
    this.roll = roll;
    this.uplink = uplink;
    this.backoff = backoff;
    this.outcomes = outcomes;
    this.watch = watch;
  }

  /**
   * Sends the message, or parks it when it is larger than the uplink takes.
   *
   * @return whether it was given to the uplink
   */
  boolean send(Tracked message, QueuedEnvelope envelope, long now) {
    int length = envelope.envelope().length();
    int most = uplink.maxMessageBytes();
    if (length > most) {
      parkOversize(message, length, most, now);
      return false;
    }
    long sending = ++lastSending;
    roll.change(
        message,
        m -> {
          m.oversize = false;
          m.held = false;
          m.phase = Phase.SENDING;
          m.sendings++;
          m.due = now + backoff.receiptWait(m.sendings);
          m.firstSending = m.firstSending == 0 ? sending : m.firstSending;
          m.lastSending = sending;
        });
    count(message);
    outstanding.add(sending);
    give(envelope, message.sequence, sending);
    return true;
  }

  private void give(QueuedEnvelope envelope, long sequence, long sending) {
    long began = watch.now();
    uplink
        .send(envelope)
        .whenComplete(
            (outcome, failure) -> {
              SendOutcome known = failure == null ? outcome : SendOutcome.failed();
              watch.over(envelope.envelope().id(), Room.UPLINK, Work.SEND, began, known.result());
              outcomes.arrived(sequence, sending, known);
            });
  }

  /** How many more sendings the uplink takes before it has told what became of earlier ones. */
  int free() {
    return uplink.window() - outstanding.size();
  }

  /** The uplink told what became of a sending. */
  void over(long sending) {
    outstanding.remove(sending);
  }

  /** A new connection: what became of earlier sendings no longer counts. */
  void startAfresh() {
    outstanding.clear();
  }

  private void parkOversize(Tracked message, int length, int most, long now) {
    boolean news = !message.oversize;
    roll.change(
        message,
        m -> {
          m.park(now + backoff.settings().parkPause().toNanos());
          m.oversize = true;
        });
    if (news) {
      LOG.warn(
          "agent: the message at place {} has {} bytes, the broker takes {}; it is kept",
          message.sequence,
          length,
          most);
    }
  }

  private void count(Tracked message) {
    try {
      outbox.attempted(message.sequence);
    } catch (OutboxException e) {
      // A mere counter; the message goes out all the same.
      LOG.debug("agent: a sending was not counted", e);
    }
  }
}

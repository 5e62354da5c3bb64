package egov.kiosk.transfer;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.ParcelSealer;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what goes into one parcel: pending messages, lane by lane, oldest first, as many as fit.
 * For one parcel and one thread.
 */
final class Gathering {
  /** A parcel of this much is carried as one message of at most 64 KiB. */
  private static final int ROOM = 44 * 1024;

  private static final int MOST = ParcelSealer.LARGEST - ParcelHeader.LENGTH;
  private static final int BATCH = 16;

  private final List<CarriedMessage> messages = new ArrayList<>();
  private int bytes;
  private int passedOver;
  private boolean full;
  private Lane lane;
  private long after;

  private Gathering(Lane lane, long after) {
    this.lane = lane;
    this.after = after;
  }

  static Gathering from(Outbox outbox, Lane lane, long after) throws OutboxException {
    Gathering gathering = new Gathering(lane, after);
    gathering.gather(outbox);
    return gathering;
  }

  private void gather(Outbox outbox) throws OutboxException {
    while (true) {
      List<QueuedEnvelope> batch = outbox.pending(lane, after, BATCH);
      for (QueuedEnvelope message : batch) {
        take(message);
        if (full) {
          return;
        }
      }
      if (batch.isEmpty()) {
        if (lane.ordinal() == Lane.values().length - 1) {
          return;
        }
        lane = Lane.values()[lane.ordinal() + 1];
        after = 0;
      }
    }
  }

  private void take(QueuedEnvelope queued) {
    SignedEnvelope envelope = queued.envelope();
    int needed = ParcelBody.bytes(envelope.kind(), envelope.length());
    if (!ParcelBody.KINDS.contains(envelope.kind()) || needed > MOST) {
      passedOver++;
    } else if (!messages.isEmpty() && bytes + needed > ROOM) {
      full = true;
      return;
    } else {
      messages.add(new CarriedMessage(envelope.kind(), envelope.id(), envelope.bytes()));
      bytes += needed;
    }
    after = queued.sequence();
  }

  List<CarriedMessage> messages() {
    return messages;
  }

  int passedOver() {
    return passedOver;
  }

  /** Whether nothing is left behind it. */
  boolean last() {
    return !full;
  }

  Lane lane() {
    return lane;
  }

  long after() {
    return after;
  }
}

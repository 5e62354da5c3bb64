package egov.kiosk.attachments.send;

import egov.kiosk.attachments.store.ChunkStore;
import egov.kiosk.contract.ChunkMessage;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends chunks, one attachment after the other. While messages of the queue wait, at most one chunk
 * is on its way, so that a small message never waits behind more than 32 KiB. Used by one thread;
 * outcomes come back through the executor.
 */
public final class ChunkSender {
  /** Nothing to do until something happens. */
  public static final long IDLE = Duration.ofMinutes(1).toNanos();

  private static final Logger LOG = LoggerFactory.getLogger(ChunkSender.class);
  private static final long FIRST_PAUSE = Duration.ofMillis(250).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();
  private static final long ANSWER = Duration.ofMinutes(2).toNanos();
  private static final long BACKLOG_PAUSE = Duration.ofMillis(200).toNanos();

  private final ChunkStore store;
  private final FleetLine line;
  private final Shipments shipments;
  private final BooleanSupplier backlog;
  private final Supplier<LocalTime> localTime;
  private final LongSupplier nanos;
  private final Executor own;
  private final Bucket bucket = new Bucket();
  private final Map<Long, Sending> underWay = new HashMap<>();
  private SendRules rules;
  private long lastSending;
  private long failures;
  private long resume;
  private boolean tooSmallSaid;
  private boolean unreadableSaid;

  private record Sending(TransactionId id, int index, long since) {}

  /**
   * What is around the sender.
   *
   * @param backlog whether messages of the queue wait that are not attachments'
   * @param localTime the time of day here
   * @param nanos measures waiting
   * @param own runs something on the thread the sender is used by
   */
  public record Surroundings(
      BooleanSupplier backlog, Supplier<LocalTime> localTime, LongSupplier nanos, Executor own) {}

  public ChunkSender(ChunkStore store, FleetLine line, SendRules rules, Surroundings surroundings) {
    this.store = Objects.requireNonNull(store, "store");
    this.line = Objects.requireNonNull(line, "line");
    this.rules = Objects.requireNonNull(rules, "rules");
    shipments = new Shipments(store);
    backlog = surroundings.backlog();
    localTime = surroundings.localTime();
    nanos = surroundings.nanos();
    own = surroundings.own();
    resume = nanos.getAsLong();
  }

  /** Takes other rules. */
  public void rules(SendRules changed) {
    rules = changed;
  }

  /** An attachment waits for its receipt: what the broker has not taken of it is to be sent. */
  public void take(TransactionId id) throws IOException {
    shipments.take(id);
  }

  /** An attachment needs no more sending. */
  public void forget(TransactionId id) {
    shipments.forget(id);
  }

  /** The platform wants chunks again. */
  public void again(TransactionId id, Iterable<Integer> chunks) throws IOException {
    shipments.again(id, chunks);
  }

  /** The line is up: there is no reason to wait any longer. */
  public void connected() {
    failures = 0;
    resume = nanos.getAsLong();
  }

  /** Whether a chunk could not be read from the disk since the start. */
  public boolean troubled() {
    return unreadableSaid;
  }

  /** How many attachments have chunks to send or on their way. */
  public int open() {
    return shipments.size();
  }

  /**
   * Sends what may be sent now.
   *
   * @return nanoseconds until there may be something to do by itself
   */
  public long step() {
    long now = nanos.getAsLong();
    expire(now);
    while (underWay.size() < rules.window()) {
      long pause = now - resume < 0 ? resume - now : one(now);
      if (pause > 0) {
        return pause;
      }
    }
    return IDLE;
  }

  private long one(long now) {
    boolean metered = line.metered();
    if ((metered && rules.whenMetered() == WhenMetered.OFF) || !shipments.waiting()) {
      return IDLE;
    }
    LocalTime time = localTime.get();
    Optional<Shipment> next =
        shipments.next(bytes -> bytes < rules.largeBytes() || rules.hours().open(time));
    if (next.isEmpty()) {
      return Math.min(IDLE, rules.hours().untilOpen(time).toNanos() + 1);
    }
    if (!underWay.isEmpty() && backlog.getAsBoolean()) {
      return BACKLOG_PAUSE;
    }
    long pause = bucket.pause(rules.cap(metered), now);
    return pause > 0 ? pause : send(next.get(), now);
  }

  private long send(Shipment shipment, long now) {
    int index = shipment.next();
    byte[] payload;
    try {
      payload = new ChunkMessage(shipment.id, index, store.read(shipment.id, index)).bytes();
    } catch (IOException | IllegalArgumentException e) {
      return unreadable(shipment, index, e);
    }
    if (payload.length > line.maxBytes()) {
      return tooSmall(payload.length);
    }
    tooSmallSaid = false;
    long sending = ++lastSending;
    shipment.sent(index);
    underWay.put(sending, new Sending(shipment.id, index, now));
    bucket.spend(payload.length);
    line.send(UpChannel.ATTACHMENT, payload)
        .whenComplete(
            (taken, failure) ->
                own.execute(
                    () -> answered(sending, failure == null && Boolean.TRUE.equals(taken))));
    return 0;
  }

  private void answered(long sending, boolean taken) {
    Sending known = underWay.remove(sending);
    if (known == null) {
      return;
    }
    shipments.answered(known.id(), known.index(), taken);
    if (taken) {
      failures = 0;
      return;
    }
    long now = nanos.getAsLong();
    if (now - resume >= 0) {
      resume = now + Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(failures, 10));
      failures++;
    }
  }

  private void expire(long now) {
    for (Map.Entry<Long, Sending> each : Map.copyOf(underWay).entrySet()) {
      if (now - each.getValue().since() > ANSWER) {
        answered(each.getKey(), false);
      }
    }
  }

  private long tooSmall(int length) {
    if (!tooSmallSaid && line.maxBytes() > 0) {
      tooSmallSaid = true;
      LOG.warn(
          "attachments: a chunk has {} bytes, the line takes {}; raise the broker's packet limit",
          length,
          line.maxBytes());
    }
    return LONGEST_PAUSE;
  }

  private long unreadable(Shipment shipment, int index, Exception why) {
    shipments.forget(shipment.id);
    if (!unreadableSaid) {
      unreadableSaid = true;
      LOG.error(
          "attachments: chunk {} of {} cannot be read, its sending rests: {}; look at the disk",
          index,
          shipment.id,
          why.getMessage());
    }
    return 0;
  }
}

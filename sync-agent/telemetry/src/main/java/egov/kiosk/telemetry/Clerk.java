package egov.kiosk.telemetry;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts messages as they are queued and settled. Those who tell are not kept waiting: what item a
 * message belongs to is looked up later, on telemetry's own thread; whatever comes faster than that
 * is counted without an item. {@link #queued} and {@link #settled} are for any thread, the rest is
 * for one.
 */
final class Clerk {
  private static final int MOST_WAITING = 8192;
  private static final int AT_ONCE = 2000;
  private static final String QUEUED = "queued";
  private static final String ACCEPTED = "accepted";
  private static final String REJECTED = "rejected";

  private final Outbox outbox;
  private final InstantSource clock;
  private final Counters counters = new Counters();
  private final BlockingQueue<Note> notes = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong missedQueued = new AtomicLong();
  private final AtomicLong missedAccepted = new AtomicLong();
  private final AtomicLong missedRejected = new AtomicLong();
  private volatile Duration clockAhead;

  /** Something to look up: a place that was queued, or a receipt and when it came. */
  private record Note(long sequence, PlatformReceipt receipt, Instant at) {}

  Clerk(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  void queued(long sequence) {
    if (!notes.offer(new Note(sequence, null, null))) {
      missedQueued.incrementAndGet();
    }
  }

  void settled(PlatformReceipt receipt) {
    Instant now = clock.instant();
    clockAhead = Duration.between(receipt.issuedAt(), now);
    if (!notes.offer(new Note(0, receipt, now))) {
      (taken(receipt) ? missedAccepted : missedRejected).incrementAndGet();
    }
  }

  /** How far this kiosk's clock is ahead of the platform's, if a receipt told. */
  Optional<Duration> clockAhead() {
    return Optional.ofNullable(clockAhead);
  }

  Counters counters() {
    return counters;
  }

  /** Looks up what came meanwhile. */
  void work() {
    missed(missedQueued, QUEUED);
    missed(missedAccepted, ACCEPTED);
    missed(missedRejected, REJECTED);
    for (int i = 0; i < AT_ONCE && !notes.isEmpty(); i++) {
      Note note = notes.remove();
      try {
        enter(note);
      } catch (OutboxException e) {
        counters.count(Counters.OTHER, note.receipt() == null ? QUEUED : result(note.receipt()));
      }
    }
  }

  private void missed(AtomicLong notes, String result) {
    for (long n = notes.getAndSet(0); n > 0; n--) {
      counters.count(Counters.OTHER, result);
    }
  }

  private static boolean taken(PlatformReceipt receipt) {
    return receipt.outcome() == PlatformReceipt.Outcome.ACCEPTED;
  }

  private static String result(PlatformReceipt receipt) {
    return taken(receipt) ? ACCEPTED : REJECTED;
  }

  private void enter(Note note) throws OutboxException {
    PlatformReceipt receipt = note.receipt();
    if (receipt == null) {
      List<OutboxEntry> found = outbox.list(note.sequence() - 1, 1);
      counters.count(found.isEmpty() ? Counters.OTHER : item(found.get(0)), QUEUED);
      return;
    }
    Optional<OutboxEntry> entry = outbox.find(receipt.messageId().value());
    counters.count(entry.map(Clerk::item).orElse(Counters.OTHER), result(receipt));
    entry.ifPresent(e -> counters.answered(Duration.between(e.queuedAt(), note.at())));
  }

  /** Transactions by their item, anything else by what it is. */
  private static String item(OutboxEntry entry) {
    return entry.kind() == MessageKind.ITEM ? entry.itemCode() : entry.kind().word();
  }
}

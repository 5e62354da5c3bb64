package egov.kiosk.agent;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Settlement;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes in what claims to be a document of receipts (回执): verified first, then settled in the queue
 * in one commit, then told. One that is refused changes nothing, as a whole; of one that is
 * believed each receipt is judged by itself. Several are dealt with side by side, so that they
 * share the queue's commits. They are limited in number and size; what is dropped comes again,
 * because its messages are sent again. Safe for use by several threads.
 */
final class ReceiptDesk {
  /** Larger than any document of the contract. */
  static final int MAX_BYTES = 32 * 1024;

  /** How many may wait at once. */
  static final int MAX_WAITING = 256;

  private final ReceiptVerifier verifier;
  private final Outbox outbox;
  private final Executor threads;
  private final Results results;
  private final Stopwatch watch;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();

  /** What became of receipts; called on the desk's threads. */
  interface Results {
    /**
     * They were entered in the queue.
     *
     * @param settled those that settled a message
     * @param known those whose message was settled before
     */
    void entered(List<PlatformReceipt> settled, List<PlatformReceipt> known);

    /** A document was not believed, or one of its receipts speaks of no message of ours. */
    void refused(String why);

    /** They were believed, but the queue could not enter them. */
    void failed(OutboxException why);
  }

  ReceiptDesk(
      ReceiptVerifier verifier, Outbox outbox, Executor threads, Results results, Stopwatch watch) {
    this.watch = watch;
    this.verifier = verifier;
    this.outbox = outbox;
    this.threads = threads;
    this.results = results;
  }

  /** Takes one in and returns at once. */
  void take(byte[] message) {
    if (message.length > MAX_BYTES || waiting.incrementAndGet() > MAX_WAITING) {
      if (message.length <= MAX_BYTES) {
        waiting.decrementAndGet();
      }
      dropped.incrementAndGet();
      return;
    }
    long arrived = watch.now();
    try {
      threads.execute(() -> enter(message, arrived));
    } catch (RejectedExecutionException e) {
      // The agent is stopping; the message will be sent again by the next one.
      waiting.decrementAndGet();
      dropped.incrementAndGet();
    }
  }

  private void enter(byte[] message, long arrived) {
    try {
      List<PlatformReceipt> receipts = verifier.verify(message);
      tell(receipts, outbox.settle(receipts), arrived);
    } catch (ReceiptRefusedException e) {
      results.refused(e.reason().name());
    } catch (OutboxException e) {
      results.failed(e);
    } catch (RuntimeException e) {
      // An error of the program; whatever the bytes were, the threads live on.
      results.refused("BUG " + e.getClass().getName());
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void tell(List<PlatformReceipt> receipts, List<Settlement> settlements, long arrived) {
    List<PlatformReceipt> settled = new ArrayList<>(receipts.size());
    List<PlatformReceipt> known = new ArrayList<>();
    for (int at = 0; at < receipts.size(); at++) {
      Settlement settlement = settlements.get(at);
      watch.over(receipts.get(at).messageId(), Room.AGENT, Work.SETTLE, arrived, settlement);
      switch (settlement) {
        case SETTLED -> settled.add(receipts.get(at));
        case ALREADY_SETTLED -> known.add(receipts.get(at));
        case UNKNOWN_MESSAGE, DIGEST_MISMATCH -> results.refused(settlement.name());
      }
    }
    results.entered(settled, known);
  }

  /** How many documents were larger or came faster than any platform sends them. */
  long dropped() {
    return dropped.get();
  }
}

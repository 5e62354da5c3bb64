package egov.kiosk.agent;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.Settlement;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes in what claims to be a receipt (回执): verified first, then settled in the queue, then told.
 * One that is refused changes nothing. Several are dealt with side by side, so that they share the
 * queue's commits. They are limited in number and size; one that is dropped comes again, because
 * its message is sent again. Safe for use by several threads.
 */
final class ReceiptDesk {
  /** Larger than any receipt of the contract. */
  static final int MAX_BYTES = 16 * 1024;

  /** How many may wait at once. */
  static final int MAX_WAITING = 256;

  private final ReceiptVerifier verifier;
  private final Outbox outbox;
  private final Executor threads;
  private final Results results;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();

  /** What became of a receipt; called on the desk's threads. */
  interface Results {
    /** It settled a message. */
    void settled(PlatformReceipt receipt);

    /** Its message was settled before. */
    void known(PlatformReceipt receipt);

    /** It was not believed. */
    void refused(String why);

    /** It was believed, but the queue could not enter it. */
    void failed(OutboxException why);
  }

  ReceiptDesk(ReceiptVerifier verifier, Outbox outbox, Executor threads, Results results) {
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
    try {
      threads.execute(() -> enter(message));
    } catch (RejectedExecutionException e) {
      // The agent is stopping; the message will be sent again by the next one.
      waiting.decrementAndGet();
      dropped.incrementAndGet();
    }
  }

  private void enter(byte[] message) {
    try {
      PlatformReceipt receipt = verifier.verify(message);
      Settlement settlement = outbox.settle(receipt);
      switch (settlement) {
        case SETTLED -> results.settled(receipt);
        case ALREADY_SETTLED -> results.known(receipt);
        case UNKNOWN_MESSAGE, DIGEST_MISMATCH -> results.refused(settlement.name());
      }
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

  /** How many were larger or faster than any platform sends them. */
  long dropped() {
    return dropped.get();
  }
}

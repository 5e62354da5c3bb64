package egov.kiosk.agent;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What other threads have for the agent's thread. Posting never blocks. Receipts are limited in
 * number and size; one that is dropped comes again, because its message is sent again.
 */
final class Mailbox {
  /** Larger than any receipt of the contract. */
  static final int MAX_RECEIPT_BYTES = 16 * 1024;

  private static final int MAX_RECEIPTS = 256;

  private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
  private final Queue<byte[]> receipts = new ArrayBlockingQueue<>(MAX_RECEIPTS);
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean rung;
  private volatile Thread owner;

  /** Makes the calling thread the one that is woken. */
  void own() {
    owner = Thread.currentThread();
  }

  /** Posts something to run on the agent's thread; there are few of these at any time. */
  void post(Runnable what) {
    news.add(what);
    ring();
  }

  /** Posts a receipt, or drops it. */
  void postReceipt(byte[] message) {
    if (message.length > MAX_RECEIPT_BYTES || !receipts.offer(message)) {
      dropped.incrementAndGet();
    }
    ring();
  }

  /** Wakes the agent's thread. */
  void ring() {
    rung = true;
    LockSupport.unpark(owner);
  }

  /** The next thing to run, or null. */
  Runnable nextNews() {
    return news.poll();
  }

  /** The next receipt, or null. */
  byte[] nextReceipt() {
    return receipts.poll();
  }

  /** Waits until somebody rings, or the time is over. */
  void await(long nanos) {
    if (!rung) {
      LockSupport.parkNanos(this, nanos);
    }
    rung = false;
  }

  /** How many receipts were dropped. */
  long dropped() {
    return dropped.get();
  }
}

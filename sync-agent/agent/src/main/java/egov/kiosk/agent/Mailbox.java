package egov.kiosk.agent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** What other threads have for the agent's thread. Posting never blocks. */
final class Mailbox {
  private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
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

  /** Wakes the agent's thread. */
  void ring() {
    rung = true;
    LockSupport.unpark(owner);
  }

  /** The next thing to run, or null. */
  Runnable nextNews() {
    return news.poll();
  }

  /** Waits until somebody rings, or the time is over. */
  void await(long nanos) {
    if (!rung) {
      LockSupport.parkNanos(this, nanos);
    }
    rung = false;
  }
}

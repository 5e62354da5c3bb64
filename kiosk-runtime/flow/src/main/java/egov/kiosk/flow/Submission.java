package egov.kiosk.flow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One attempt to hand in; whoever presses meanwhile waits for its outcome. */
final class Submission {
  private final CountDownLatch over = new CountDownLatch(1);

  void finish() {
    over.countDown();
  }

  /** Waits for the outcome; returns early when it takes too long or the caller is interrupted. */
  void await(Duration longest) {
    try {
      over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

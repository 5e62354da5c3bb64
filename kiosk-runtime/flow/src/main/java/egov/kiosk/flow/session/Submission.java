package egov.kiosk.flow.session;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One attempt to hand in; whoever presses meanwhile waits for its outcome. */
public final class Submission {
  private final CountDownLatch over = new CountDownLatch(1);

  /** Lets go whoever waits for the outcome. */
  public void finish() {
    over.countDown();
  }

  /** Waits for the outcome; returns early when it takes too long or the caller is interrupted. */
  public void await(Duration longest) {
    try {
      over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

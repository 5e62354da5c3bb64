package egov.kiosk.uplinkmqtt.link;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The end of a connection that we want. */
final class Farewell {
  private Farewell() {}

  /** Says what the will would say and goodbye; when that fails the broker shall say it for us. */
  static void say(Connection last, Optional<Will> will) {
    if (said(last, will)) {
      last.leave();
    } else {
      last.drop();
    }
  }

  private static boolean said(Connection last, Optional<Will> will) {
    if (last.limits() == null || will.isEmpty()) {
      return true;
    }
    try {
      return !last.publish(will.get().publication(), Share.SIDE)
          .toCompletableFuture()
          .get(1, TimeUnit.SECONDS)
          .refused();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}

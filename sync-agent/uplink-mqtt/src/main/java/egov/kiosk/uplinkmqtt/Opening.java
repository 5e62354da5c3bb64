package egov.kiosk.uplinkmqtt;

import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One opening of the link, with the settings of that moment: what an older one still says about
 * itself is nobody's news any more. Safe for use by several threads.
 */
final class Opening {
  private final UplinkListener agent;
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile String trouble = "connecting";
  private volatile ServerLimits limits;

  /**
   * @param agent told what happens, in order
   * @param limits what counts until the broker says its own
   */
  Opening(UplinkListener agent, ServerLimits limits) {
    this.agent = agent;
    this.limits = limits;
  }

  /** The broker let this kiosk in. */
  void connected(ServerLimits granted) {
    limits = granted;
    trouble = "";
    answered.countDown();
    agent.connected();
  }

  /** There is no connection, for a technician's reason; the link goes on trying. */
  void disconnected(String reason) {
    trouble = reason;
    answered.countDown();
    agent.disconnected(reason);
  }

  /** Why there is no connection; empty while there is one. */
  String trouble() {
    return trouble;
  }

  ServerLimits limits() {
    return limits;
  }

  /** Waits until the first try was answered, one way or the other. */
  void await(Duration timeout) {
    try {
      answered.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

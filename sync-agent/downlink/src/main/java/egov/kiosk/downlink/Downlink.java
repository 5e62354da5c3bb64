package egov.kiosk.downlink;

import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code downlink} and its inbox. What comes faster than it can be worked on is dropped:
 * the platform says it again until it is answered. Orders do not wait behind states of
 * applications.
 */
public final class Downlink implements FleetListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Downlink.class);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Inbox inbox = new Inbox();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread = new Thread(this::run, "downlink");
  private volatile DownlinkDesk desk;
  private volatile boolean stopping;

  /** Starts to work. */
  public void start(DownlinkDesk opened) {
    desk = opened;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void received(DownChannel channel, byte[] payload) {
    // Whoever asked waits for answers, and attachments have a desk of their own.
    boolean elsewhere = channel == DownChannel.ANSWER || channel == DownChannel.ATTACHMENT;
    if (!elsewhere && !inbox.offer(new Received(channel, payload))) {
      dropped.incrementAndGet();
    }
  }

  /** There may be something to do. */
  public void nudge() {
    inbox.nudge();
  }

  /** How much was dropped, because it was too large or too much. */
  public long dropped() {
    return dropped.get();
  }

  private void run() {
    try {
      while (!stopping) {
        Optional<Received> next = inbox.next(BEAT);
        next.ifPresent(received -> desk.take(received.channel(), received.payload()));
        desk.beat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops within five seconds; a command that is under way is answered at the next start. */
  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("downlink did not stop within {}", STOP);
    }
  }
}

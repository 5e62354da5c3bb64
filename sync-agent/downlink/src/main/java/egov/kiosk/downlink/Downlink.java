package egov.kiosk.downlink;

import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetListener;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code downlink} and its mailbox. What comes faster than it can be worked on is
 * dropped: the platform says it again until it is answered.
 */
public final class Downlink implements FleetListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Downlink.class);
  private static final int MOST = 16;
  private static final int LARGEST = 256 * 1024;

  /** States of applications are small, and come many at once when a line is back. */
  private static final int MOST_STATES = 1_000;

  private static final int LARGEST_STATE = 16 * 1024;
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final Received NUDGE = new Received(DownChannel.ATTACHMENT, new byte[0]);

  private final BlockingQueue<Received> mailbox = new ArrayBlockingQueue<>(MOST + MOST_STATES);
  private final AtomicInteger states = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread = new Thread(this::run, "downlink");
  private volatile DownlinkDesk desk;
  private volatile boolean stopping;

  private record Received(DownChannel channel, byte[] payload) {}

  /** Starts to work. */
  public void start(DownlinkDesk opened) {
    desk = opened;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void received(DownChannel channel, byte[] payload) {
    if (channel == DownChannel.ANSWER) {
      return;
    }
    if (!fits(channel, payload.length) || !mailbox.offer(new Received(channel, payload))) {
      dropped.incrementAndGet();
    } else if (channel == DownChannel.PROGRESS) {
      states.incrementAndGet();
    }
  }

  private boolean fits(DownChannel channel, int length) {
    if (channel == DownChannel.PROGRESS) {
      return length <= LARGEST_STATE && states.get() < MOST_STATES;
    }
    return length <= LARGEST && mailbox.size() - states.get() < MOST;
  }

  /** There may be something to do. */
  public void nudge() {
    mailbox.offer(NUDGE);
  }

  /** How much was dropped, because it was too large or too much. */
  public long dropped() {
    return dropped.get();
  }

  private void run() {
    try {
      while (!stopping) {
        Received next = mailbox.poll(1, TimeUnit.SECONDS);
        if (next != null) {
          if (next.channel() == DownChannel.PROGRESS) {
            states.decrementAndGet();
          }
          desk.take(next.channel(), next.payload());
        }
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

package egov.kiosk.gateway.line;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.fleet.UpChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what comes up outside the queue to whoever listens, on one thread {@code gateway-desk} of
 * its own, so that a slow listener never holds up receipts.
 */
public final class UpDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UpDesk.class);
  private static final Duration STOP = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final List<UpListener> listeners;
  private final ExecutorService thread;
  private boolean troubled;

  public UpDesk(List<UpListener> listeners) {
    this.listeners = List.copyOf(listeners);
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "gateway-desk");
              made.setDaemon(true);
              return made;
            });
  }

  /** What somebody listens to. */
  public Set<UpChannel> channels() {
    Set<UpChannel> wanted = EnumSet.noneOf(UpChannel.class);
    listeners.forEach(listener -> wanted.addAll(listener.channels()));
    return wanted;
  }

  /** Hands over and returns at once. */
  public void received(String topic, byte[] payload, Runnable acknowledgement) {
    Optional<String> kiosk = Topics.kioskOf(topic);
    Optional<UpChannel> channel = kiosk.flatMap(id -> channel(topic, id));
    if (channel.isEmpty()) {
      acknowledgement.run();
      return;
    }
    try {
      thread.execute(() -> hand(channel.get(), kiosk.get(), payload, acknowledgement));
    } catch (RejectedExecutionException e) {
      LOG.debug("Closed; the broker keeps the message");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A listener of the desk does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hand(UpChannel channel, String kiosk, byte[] payload, Runnable acknowledgement) {
    while (!thread.isShutdown()) {
      try {
        for (UpListener listener : listeners) {
          if (listener.channels().contains(channel)) {
            listener.received(channel, kiosk, payload.clone());
          }
        }
        troubled = false;
        acknowledgement.run();
        return;
      } catch (IOException e) {
        if (!troubled) {
          LOG.error("What came up on {} cannot be kept now: {}", channel, e.getMessage());
          troubled = true;
        }
        pause();
      } catch (RuntimeException e) {
        LOG.error("A listener failed on {}; the message is dropped", channel, e);
        acknowledgement.run();
        return;
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<UpChannel> channel(String topic, String kiosk) {
    for (UpChannel channel : UpChannel.values()) {
      if (topic.equals(Topics.of(channel, kiosk))) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}

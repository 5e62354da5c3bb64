package egov.kiosk.gateway.kafka;

import egov.kiosk.gateway.postgres.Outbox;
import egov.kiosk.gateway.postgres.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on what waits in the outbox, in order and exactly once, on one thread {@code
 * gateway-relay}. Every worker has one; one of them leads. Whatever fails, it starts over from what
 * Kafka itself says it has.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int BATCH = 500;
  private static final long FOLLOWER_MILLIS = 500;
  private static final long SHORTEST_MILLIS = 20;
  private static final long LONGEST_MILLIS = 250;
  private static final long TROUBLE_MILLIS = 1_000;
  private static final Duration STOP = Duration.ofSeconds(4);

  private final Outbox outbox;
  private final StreamSettings settings;
  private final Thread thread;
  private final AtomicLong published = new AtomicLong();
  private volatile boolean leading;
  private volatile boolean closed;
  private boolean troubled;

  private Relay(Outbox outbox, StreamSettings settings) {
    this.outbox = Objects.requireNonNull(outbox, "outbox");
    this.settings = Objects.requireNonNull(settings, "settings");
    thread = new Thread(this::run, "gateway-relay");
    thread.setDaemon(true);
  }

  /**
   * Starts.
   *
   * @param outbox closed together with the relay
   */
  public static Relay start(Outbox outbox, StreamSettings settings) {
    Relay relay = new Relay(outbox, settings);
    relay.thread.start();
    return relay;
  }

  /** Whether this one passes on. */
  public boolean leading() {
    return leading;
  }

  /** How many messages this one passed on. */
  public long published() {
    return published.get();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outbox.close();
  }

  private void run() {
    while (!closed) {
      try {
        if (outbox.lead()) {
          pass();
        } else {
          sleep(FOLLOWER_MILLIS);
        }
      } catch (IOException | KafkaException e) {
        trouble(e);
      } catch (InterruptedException e) {
        return;
      } finally {
        leading = false;
      }
    }
  }

  /** Leads until something fails. */
  private void pass() throws IOException, InterruptedException {
    try (Stream stream = Stream.open(settings, outbox.store())) {
      long place = stream.start();
      long last = outbox.last();
      if (place > last) {
        throw new IOException(
            "Kafka has place "
                + place
                + " of this store, whose last is "
                + last
                + ": the database was set back; restore it or give the stream another topic");
      }
      leading = true;
      LOG.info("This worker passes on to {} from place {}", settings.topic(), place);
      outbox.delete(place);
      pass(stream, place);
    } finally {
      outbox.resign();
    }
  }

  private void pass(Stream stream, long start) throws IOException, InterruptedException {
    long place = start;
    long pause = SHORTEST_MILLIS;
    while (!closed) {
      List<Waiting> messages = outbox.after(place, BATCH);
      if (messages.isEmpty()) {
        sleep(pause);
        pause = Math.min(LONGEST_MILLIS, pause * 2);
        continue;
      }
      stream.publish(messages);
      place = messages.get(messages.size() - 1).place();
      published.addAndGet(messages.size());
      if (troubled) {
        troubled = false;
        LOG.info("Passing on works again");
      }
      outbox.delete(place);
      pause = SHORTEST_MILLIS;
    }
  }

  private void trouble(Exception failure) {
    if (closed) {
      return;
    }
    if (!troubled) {
      troubled = true;
      LOG.error(
          "Nothing is passed on to {} for now; messages wait in the outbox: {}",
          settings.topic(),
          failure.getMessage());
    }
    try {
      sleep(TROUBLE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep(long millis) throws InterruptedException {
    Thread.sleep(millis);
  }
}

package egov.kiosk.uplinkmqtt.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One MQTT 5 connection that comes back by itself until it is closed.
 *
 * <pre>
 * WAITING --pause over--&gt; CONNECTING --granted--&gt; UP --lost--&gt; WAITING
 *                             |                                ^
 *                             +--------refused, timeout--------+
 * any --close--&gt; CLOSED
 * </pre>
 *
 * <p>One thread, {@code mqtt-<client id>}, owns the state; Paho brings its own threads, named after
 * the client id, for each connection. Safe for use by several threads.
 */
public final class MqttLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
  private static final Duration FAREWELL = Duration.ofSeconds(4);

  private final LinkOptions options;
  private final LinkListener listener;
  private final BackOff backOff;
  private final ScheduledExecutorService thread;
  private volatile Connection up;
  private volatile boolean closed;

  // Owned by the thread.
  private Connection current;
  private ScheduledFuture<?> patience;
  private long upSince;
  private String lastTrouble = "";
  private final List<InboundMessage> early = new ArrayList<>();

  private MqttLink(LinkOptions options, LinkListener listener) {
    this.options = Objects.requireNonNull(options, "options");
    this.listener = Objects.requireNonNull(listener, "listener");
    backOff = new BackOff(options.backOff(), () -> ThreadLocalRandom.current().nextDouble());
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "mqtt-" + options.clientId());
              made.setDaemon(true);
              return made;
            });
  }

  /** Starts to connect and returns at once. */
  public static MqttLink open(LinkOptions options, LinkListener listener) {
    MqttLink link = new MqttLink(options, listener);
    link.thread.execute(link::connect);
    return link;
  }

  /** Whether messages can be published now. */
  public boolean connected() {
    return up != null;
  }

  /**
   * Hands a message to the broker. Never blocks.
   *
   * @return completes with the broker's answer, which may be a refusal; or fails with a {@link
   *     LinkException}. Completed on a thread of the client library: dependents must not block.
   */
  public CompletionStage<ReasonCode> publish(Publication publication) {
    Connection connection = up;
    if (connection == null) {
      return CompletableFuture.failedFuture(
          closed
              ? new LinkException(LinkException.Reason.CLOSED, "the link is closed")
              : new LinkException(LinkException.Reason.NOT_CONNECTED, "there is no connection"));
    }
    return connection.publish(publication);
  }

  /**
   * Says goodbye and stops within 5 s; what waits for an acknowledgement fails. The will's
   * publication is sent as a last word, since the broker drops the will on a goodbye.
   */
  @Override
  public void close() {
    close(FAREWELL);
  }

  /** As {@link #close()}, waiting no longer than this. */
  public void close(Duration timeout) {
    if (closed) {
      return;
    }
    closed = true;
    // Ends itself behind the farewell: a plain shutdown would wait for the next try's pause.
    thread.execute(
        () -> {
          farewell();
          thread.shutdownNow();
        });
    try {
      if (!thread.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void connect() {
    if (closed) {
      return;
    }
    Connection opening;
    try {
      opening =
          new Connection(
              options, message -> later(() -> deliver(message)), code -> later(() -> lost(code)));
    } catch (MqttException e) {
      failed(null, Trouble.of(e));
      return;
    }
    current = opening;
    patience =
        thread.schedule(
            () ->
                failed(opening, "no answer within " + options.connectTimeout().toSeconds() + " s"),
            options.connectTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
    opening
        .open()
        .whenComplete(
            (limits, failure) ->
                later(
                    () -> {
                      if (failure == null) {
                        granted(opening, limits);
                      } else {
                        failed(opening, Trouble.of(failure));
                      }
                    }));
  }

  private void granted(Connection opening, ServerLimits limits) {
    if (current != opening || closed) {
      opening.drop();
      return;
    }
    patience.cancel(false);
    upSince = System.nanoTime();
    up = opening;
    lastTrouble = "";
    LOG.info("Connected to {} with window {}", options.broker(), limits.window());
    listener.connected(limits);
    List.copyOf(early).forEach(listener::received);
    early.clear();
  }

  /**
   * A broker that kept our session delivers before it grants the subscription. Whoever answers a
   * message must be able to publish, so these wait; there are at most receive maximum of them.
   */
  private void deliver(InboundMessage message) {
    if (up == null) {
      early.add(message);
    } else {
      listener.received(message);
    }
  }

  private void failed(Connection opening, String trouble) {
    if (current != opening || closed) {
      return;
    }
    current = null;
    early.clear();
    if (opening != null) {
      patience.cancel(false);
      opening.drop();
    }
    Duration pause = backOff.next();
    if (!trouble.equals(lastTrouble)) {
      lastTrouble = trouble;
      LOG.warn("No connection to {}: {}; trying again by itself", options.broker(), trouble);
    }
    thread.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
    listener.disconnected(trouble);
  }

  private void lost(ReasonCode code) {
    Connection gone = current;
    if (gone == null || closed) {
      return;
    }
    boolean wasUp = up == gone;
    up = null;
    current = null;
    early.clear();
    patience.cancel(false);
    gone.drop();
    boolean takenOver = code.equals(ReasonCode.SESSION_TAKEN_OVER);
    boolean known = backOff.contested();
    Duration lasted = wasUp ? Duration.ofNanos(System.nanoTime() - upSince) : Duration.ZERO;
    backOff.ended(lasted, takenOver);
    Duration pause = backOff.next();
    logLoss(code, takenOver, known && backOff.contested());
    thread.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
    listener.disconnected(takenOver ? "another client has this id" : "connection lost");
  }

  private void logLoss(ReasonCode code, boolean takenOver, boolean alreadySaid) {
    if (takenOver && !alreadySaid) {
      LOG.error(
          "Another client connects to {} with this kiosk's id ({}); find it: a copied key or"
              + " configuration. Trying again at growing intervals",
          options.broker(),
          code);
    } else if (!takenOver && !alreadySaid) {
      LOG.warn("Connection to {} lost ({}); trying again by itself", options.broker(), code);
    }
  }

  private void farewell() {
    Connection last = current;
    up = null;
    current = null;
    if (patience != null) {
      patience.cancel(false);
    }
    if (last == null) {
      return;
    }
    if (saidGoodbye(last)) {
      last.leave();
    } else {
      last.drop();
    }
  }

  /** Says what the will would say; when that fails the broker shall say it for us. */
  private boolean saidGoodbye(Connection last) {
    if (last.limits() == null || options.will().isEmpty()) {
      return true;
    }
    try {
      return !last.publish(options.will().get().publication())
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

  /** Runs on the link's thread; after close nothing needs to be done any more. */
  private void later(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("The link is closed");
    }
  }
}

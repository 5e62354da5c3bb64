package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * One MQTT connection that comes back by itself until it is closed.
 *
 * <pre>
 * WAITING --pause over--&gt; CONNECTING --granted--&gt; UP --lost, silent--&gt; WAITING
 *                             |                                ^
 *                             +--------refused, timeout--------+
 * any --close--&gt; CLOSED
 * </pre>
 *
 * <p>One thread, {@code mqtt-<client id>}, owns the state; Paho brings its own threads, named after
 * the client id, for each connection. Safe for use by several threads.
 */
public final class MqttLink implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(4);
  private static final Duration BEAT = Duration.ofMillis(500);

  private final LinkListener listener;
  private final BackOff backOff;
  private final LinkThread thread;
  private final LinkLog log;
  private final Arrivals arrivals;
  private volatile Connection up;
  private volatile boolean closed;

  // Owned by the thread.
  private LinkOptions options;
  private Connection current;
  private ScheduledFuture<?> watch;
  private long upSince;
  private final Patience patience = new Patience();

  private MqttLink(LinkOptions options, LinkListener listener) {
    this.options = Objects.requireNonNull(options, "options");
    this.listener = Objects.requireNonNull(listener, "listener");
    log = new LinkLog(options.broker());
    arrivals = new Arrivals(options.windows());
    backOff = new BackOff(options.backOff(), () -> ThreadLocalRandom.current().nextDouble());
    thread = new LinkThread(options.clientId());
  }

  /** Starts to connect and returns at once. */
  public static MqttLink open(LinkOptions options, LinkListener listener) {
    MqttLink link = new MqttLink(options, listener);
    long within = options.session().firstWithin().toMillis();
    link.retry(
        Duration.ofMillis(within == 0 ? 0 : ThreadLocalRandom.current().nextLong(within + 1)));
    return link;
  }

  /** Whether messages can be published now. */
  public boolean connected() {
    return up != null;
  }

  /** As {@link #publish(Publication, Share)}, with the main share. */
  public CompletionStage<ReasonCode> publish(Publication publication) {
    return publish(publication, Share.MAIN);
  }

  /**
   * Hands a message to the broker. Never blocks.
   *
   * @return completes with the broker's answer, which may be a refusal, or for quality of service 0
   *     when it was written; or fails with a {@link LinkException}. Completed on a thread of the
   *     client library: dependents must not block.
   */
  public CompletionStage<ReasonCode> publish(Publication publication, Share share) {
    Connection connection = up;
    if (connection == null) {
      return CompletableFuture.failedFuture(
          closed
              ? new LinkException(LinkException.Reason.CLOSED, "the link is closed")
              : new LinkException(LinkException.Reason.NOT_CONNECTED, "there is no connection"));
    }
    return connection.publish(publication, share);
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
    thread.last(this::farewell, timeout);
  }

  private void connect() {
    if (closed) {
      return;
    }
    Connection opening;
    try {
      opening = connection();
    } catch (IOException e) {
      failed(null, e);
      return;
    }
    current = opening;
    Duration timeout = options.session().connectTimeout();
    watch = thread.after(timeout, () -> failed(opening, new NoAnswerException(timeout)));
    opening
        .open()
        .whenComplete(
            (limits, failure) ->
                thread.later(
                    () -> {
                      if (failure == null) {
                        granted(opening, limits);
                      } else {
                        failed(opening, failure);
                      }
                    }));
  }

  private Connection connection() throws IOException {
    Optional<Pulse> pulse =
        options
            .presence()
            .probe()
            .map(probe -> new Pulse(probe.idle(), patience.with(probe.answer()), System::nanoTime));
    return new Connection(options, pulse, this::arrived, code -> thread.later(() -> lost(code)));
  }

  private void granted(Connection opening, ServerLimits limits) {
    if (current != opening || closed) {
      opening.drop();
      return;
    }
    watch.cancel(false);
    watch = thread.every(BEAT, () -> beat(opening));
    upSince = System.nanoTime();
    up = opening;
    options =
        options.subscribing(options.subscriptions().stream().map(Subscription::again).toList());
    log.connected(limits);
    listener.connected(limits);
    arrivals.kept().forEach(this::hand);
  }

  /** What has no room is dropped; an unacknowledged message is brought on another connection. */
  private void arrived(InboundMessage message) {
    if (arrivals.take(message)) {
      thread.later(() -> deliver(message));
    } else if (message.assured()) {
      thread.later(this::crowded);
    }
  }

  /**
   * A broker that kept our session delivers before it grants the subscription. Whoever answers a
   * message must be able to publish, so these wait.
   */
  private void deliver(InboundMessage message) {
    if (up == null) {
      arrivals.keep(message);
    } else {
      hand(message);
    }
  }

  private void hand(InboundMessage message) {
    arrivals.done(message);
    listener.received(message);
  }

  private void failed(Connection opening, Throwable failure) {
    if (current != opening || closed) {
      return;
    }
    gone();
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RefusedException refusal && refusal.code().overload()) {
      backOff.overloaded();
    }
    String trouble = Trouble.of(cause);
    log.failed(trouble);
    retry(backOff.next());
    listener.disconnected(trouble);
  }

  private void lost(ReasonCode code) {
    if (current == null || closed) {
      return;
    }
    boolean contested = backOff.contested();
    Duration lasted = gone();
    patience.ended(lasted);
    boolean steady = backOff.ended(lasted, code.equals(ReasonCode.SESSION_TAKEN_OVER));
    if (code.overload()) {
      backOff.overloaded();
    }
    retry(backOff.next());
    listener.disconnected(log.lost(code, steady, contested && backOff.contested()));
  }

  private void beat(Connection watched) {
    if (current != watched || closed || watched.alive()) {
      return;
    }
    log.stalled();
    anew(patience::stalled, "the connection carried nothing");
  }

  private void crowded() {
    if (current != null && !closed) {
      log.crowded();
      anew(patience::ended, "more came at once than there is room for");
    }
  }

  private void anew(Consumer<Duration> patient, String why) {
    Duration lasted = gone();
    patient.accept(lasted);
    backOff.ended(lasted, false);
    retry(backOff.next());
    listener.disconnected(why);
  }

  /** Throws the connection away; how long it was up. */
  private Duration gone() {
    Connection last = current;
    Duration lasted =
        up != null && up == last ? Duration.ofNanos(System.nanoTime() - upSince) : Duration.ZERO;
    up = null;
    current = null;
    arrivals.kept().forEach(arrivals::done);
    if (watch != null) {
      watch.cancel(false);
    }
    if (last != null) {
      last.drop();
    }
    return lasted;
  }

  private void retry(Duration pause) {
    thread.after(pause, this::connect);
  }

  private void farewell() {
    Connection last = current;
    current = null;
    gone();
    if (last != null) {
      Farewell.say(last, options.presence().will());
    }
  }
}

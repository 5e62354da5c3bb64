package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, thrown away when it ends: what was in flight is failed here and sent again from
 * the durable queue. What both versions of MQTT have in common is here, the rest behind {@link
 * Transport}.
 *
 * <p>Safe for use by several threads.
 */
final class Connection implements Transport.Events {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final LinkOptions options;
  private final Transport transport;
  private final Consumer<InboundMessage> inbox;
  private final Consumer<ReasonCode> onLost;
  private final Optional<Pulse> pulse;
  private final Map<CompletableFuture<ReasonCode>, Boolean> waiting = new ConcurrentHashMap<>();
  private volatile ServerLimits limits;
  private volatile Window window;

  /**
   * @param inbox gets what comes down
   * @param onLost called at most once, and only after the broker granted the connection
   */
  Connection(
      LinkOptions options,
      Optional<Pulse> pulse,
      Consumer<InboundMessage> inbox,
      Consumer<ReasonCode> onLost)
      throws IOException {
    this.options = options;
    this.pulse = pulse;
    this.inbox = inbox;
    this.onLost = onLost;
    transport = options.session().protocol().transport(options, this);
  }

  /**
   * Connects, subscribes and announces itself. Fails with the reason; then {@link #drop} must
   * follow.
   */
  CompletionStage<ServerLimits> open() {
    return transport
        .connect()
        .thenCompose(
            granted -> {
              LinkOptions.Windows ours = options.windows();
              int main = Math.min(ours.main(), granted.window());
              limits = new ServerLimits(main, granted.maximumPacketSize());
              window = new Window(main, ours.side(), granted.window());
              return subscribe();
            })
        .thenCompose(subscribed -> announce())
        .thenApply(
            announced -> {
              pulse.ifPresent(Pulse::heard);
              return limits;
            });
  }

  /** What was granted; null before. */
  ServerLimits limits() {
    return limits;
  }

  CompletionStage<ReasonCode> publish(Publication publication, Share share) {
    if (publication.packetBytes() > limits.maximumPacketSize()) {
      return CompletableFuture.failedFuture(
          new LinkException(
              LinkException.Reason.TOO_LARGE,
              publication.packetBytes()
                  + " bytes, the broker takes at most "
                  + limits.maximumPacketSize()));
    }
    if (!window.take(share)) {
      return CompletableFuture.failedFuture(
          new LinkException(
              LinkException.Reason.WINDOW_FULL, window.places(share) + " messages wait"));
    }
    CompletableFuture<ReasonCode> result = new CompletableFuture<>();
    waiting.put(result, true);
    window.send(share, () -> hand(publication, share, result));
    return result;
  }

  private void hand(Publication publication, Share share, CompletableFuture<ReasonCode> result) {
    transport
        .publish(publication)
        .whenComplete(
            (code, failure) -> {
              waiting.remove(result);
              window.free(share);
              if (failure != null) {
                result.completeExceptionally(ended());
                return;
              }
              if (publication.quality() > 0) {
                pulse.ifPresent(Pulse::heard);
              }
              result.complete(code);
            });
  }

  /** Asks for a sign of life when it is time; false when none came for too long. */
  boolean alive() {
    switch (pulse.map(Pulse::check).orElse(Pulse.Verdict.FINE)) {
      case DEAD:
        return false;
      case ASK:
        // Without a place for it there is enough that waits for an acknowledgement.
        publish(options.presence().probe().orElseThrow().question(), Share.SIDE);
        return true;
      default:
        return true;
    }
  }

  @Override
  public void received(InboundMessage message) {
    pulse.ifPresent(Pulse::heard);
    inbox.accept(message);
  }

  @Override
  public void lost(ReasonCode code) {
    onLost.accept(code);
  }

  /** Fails what waits and frees the socket without a farewell: the broker publishes our will. */
  void drop() {
    end(false);
  }

  /** Says goodbye, so that the broker drops our will. */
  void leave() {
    end(true);
  }

  private void end(boolean farewell) {
    try {
      transport.end(farewell);
    } catch (RuntimeException e) {
      LOG.debug("The client library ended badly", e);
    }
    for (CompletableFuture<ReasonCode> result : waiting.keySet()) {
      result.completeExceptionally(ended());
    }
    waiting.clear();
  }

  /** Before anybody else may publish, so that the whole window is theirs. */
  private CompletionStage<Void> announce() {
    return options
        .presence()
        .birth()
        .map(birth -> publish(birth, Share.SIDE).<Void>handle((code, failure) -> null))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private CompletionStage<Void> subscribe() {
    if (options.subscriptions().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return transport
        .subscribe(options.subscriptions())
        .thenApply(codes -> codes.stream().filter(ReasonCode::refused).findFirst())
        .thenApply(
            refused ->
                refused.map(
                    code ->
                        CompletableFuture.<Void>failedFuture(
                            new SubscriptionRefusedException(code))))
        .thenCompose(refusal -> refusal.orElseGet(() -> CompletableFuture.completedFuture(null)));
  }

  static LinkException ended() {
    return new LinkException(
        LinkException.Reason.LOST, "the connection ended before the broker acknowledged");
  }
}

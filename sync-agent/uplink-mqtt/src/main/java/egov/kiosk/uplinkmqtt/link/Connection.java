package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * One Paho client for one connection, thrown away with it: what was in flight is failed here and
 * sent again from the durable queue, so Paho's own resending must not remember anything.
 *
 * <p>Safe for use by several threads. {@code onLost} is called at most once, and only after {@link
 * #open} succeeded.
 */
final class Connection {
  /** Leave what was kept at subscription time to the broker (MQTT 5 §3.8.3.1). */
  private static final int SEND_NO_RETAINED = 2;

  private static final long ABRUPT_MILLIS = 0;
  private static final long FAREWELL_MILLIS = 500;

  private final LinkOptions options;
  private final MqttAsyncClient client;
  private final PahoEvents events;
  private final Map<CompletableFuture<ReasonCode>, Boolean> waiting = new ConcurrentHashMap<>();
  private volatile ServerLimits limits;

  Connection(LinkOptions options, Consumer<InboundMessage> inbox, Consumer<ReasonCode> onLost)
      throws MqttException {
    this.options = options;
    client =
        new MqttAsyncClient(options.broker().uri(), options.clientId(), new MemoryPersistence());
    client.setManualAcks(true);
    events = new PahoEvents(client, inbox, onLost);
    client.setCallback(events);
  }

  /**
   * Connects, subscribes and announces itself. Fails with the reason; then {@link #drop} must
   * follow.
   */
  CompletionStage<ServerLimits> open() {
    CompletableFuture<IMqttToken> connected = new CompletableFuture<>();
    try {
      client.connect(PahoOptions.of(options), null, completing(connected));
    } catch (MqttException | IOException | GeneralSecurityException e) {
      connected.completeExceptionally(e);
    }
    return connected.thenCompose(
        answer -> {
          ServerLimits granted = PahoOptions.limits(options, answer.getResponseProperties());
          limits = granted;
          if (!events.opened()) {
            return CompletableFuture.failedFuture(lost());
          }
          return subscribe().thenCompose(done -> announce()).thenApply(done -> granted);
        });
  }

  ServerLimits limits() {
    return limits;
  }

  CompletionStage<ReasonCode> publish(Publication publication) {
    CompletableFuture<ReasonCode> result = new CompletableFuture<>();
    synchronized (waiting) {
      LinkException refusal = refusal(publication);
      if (refusal != null) {
        return CompletableFuture.failedFuture(refusal);
      }
      waiting.put(result, true);
    }
    CompletableFuture<IMqttToken> answered = new CompletableFuture<>();
    try {
      client.publish(
          publication.topic(), PahoOptions.message(publication), null, completing(answered));
    } catch (MqttException e) {
      answered.completeExceptionally(e);
    }
    answered.whenComplete(
        (token, failure) -> {
          synchronized (waiting) {
            waiting.remove(result);
          }
          if (failure == null) {
            result.complete(PahoOptions.reason(token));
          } else {
            result.completeExceptionally(lost());
          }
        });
    return result;
  }

  /** Fails what waits and frees the socket without a farewell: the broker publishes our will. */
  void drop() {
    end(ABRUPT_MILLIS, false);
  }

  /** Says goodbye, so that the broker drops our will. */
  void leave() {
    end(FAREWELL_MILLIS, true);
  }

  private void end(long millis, boolean farewell) {
    events.closed();
    try {
      client.disconnectForcibly(0, millis, farewell);
    } catch (MqttException e) {
      // Already disconnected, or on its way there.
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      // Nothing is left to free.
    }
    for (CompletableFuture<ReasonCode> result : waiting.keySet()) {
      result.completeExceptionally(lost());
    }
    waiting.clear();
  }

  private LinkException refusal(Publication publication) {
    if (publication.packetBytes() > limits.maximumPacketSize()) {
      return new LinkException(
          LinkException.Reason.TOO_LARGE,
          publication.packetBytes()
              + " bytes, the broker takes at most "
              + limits.maximumPacketSize());
    }
    if (waiting.size() >= limits.window()) {
      return new LinkException(
          LinkException.Reason.WINDOW_FULL, limits.window() + " messages wait for the broker");
    }
    return null;
  }

  /** Before anybody else may publish, so that the whole window is theirs. */
  private CompletionStage<Void> announce() {
    return options
        .birth()
        .map(birth -> publish(birth).<Void>handle((code, failure) -> null))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private CompletionStage<Void> subscribe() {
    if (options.subscriptions().isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    MqttSubscription[] filters =
        options.subscriptions().stream()
            .map(
                filter -> {
                  MqttSubscription subscription = new MqttSubscription(filter, 1);
                  subscription.setRetainHandling(SEND_NO_RETAINED);
                  // Otherwise a kept message that is sent while we listen looks like a fresh one.
                  subscription.setRetainAsPublished(true);
                  return subscription;
                })
            .toArray(MqttSubscription[]::new);
    CompletableFuture<IMqttToken> granted = new CompletableFuture<>();
    try {
      client.subscribe(filters, null, completing(granted), new MqttProperties());
    } catch (MqttException e) {
      granted.completeExceptionally(e);
    }
    return granted.thenCompose(
        token -> {
          for (int code : token.getReasonCodes()) {
            if (code >= 0x80) {
              return CompletableFuture.failedFuture(
                  new SubscriptionRefusedException(new ReasonCode(code & 0xFF)));
            }
          }
          return CompletableFuture.completedFuture(null);
        });
  }

  private static LinkException lost() {
    return new LinkException(
        LinkException.Reason.LOST, "the connection ended before the broker acknowledged");
  }

  private static MqttActionListener completing(CompletableFuture<IMqttToken> future) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        future.complete(token);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable failure) {
        future.completeExceptionally(failure);
      }
    };
  }
}

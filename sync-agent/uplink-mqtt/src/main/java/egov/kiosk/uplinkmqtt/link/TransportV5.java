package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** MQTT 5 on Eclipse Paho's client for it. */
final class TransportV5 implements Transport {
  private final LinkOptions options;
  private final MqttAsyncClient client;
  private final EventsV5 events;

  TransportV5(LinkOptions options, Events told) throws IOException {
    this(options, told, client(options));
  }

  TransportV5(LinkOptions options, Events told, MqttAsyncClient client) {
    this.options = options;
    this.client = client;
    client.setManualAcks(true);
    events = new EventsV5(client, told);
    client.setCallback(events);
  }

  private static MqttAsyncClient client(LinkOptions options) throws IOException {
    try {
      return new MqttAsyncClient(
          options.broker().socketUri(), options.clientId(), new MemoryPersistence());
    } catch (MqttException e) {
      throw new IOException("the MQTT client cannot be made", e);
    }
  }

  @Override
  public CompletionStage<ServerLimits> connect() {
    CompletableFuture<IMqttToken> connected = new CompletableFuture<>();
    try {
      client.connect(OptionsV5.of(options), null, completing(connected));
    } catch (MqttException e) {
      connected.completeExceptionally(OptionsV5.cause(e));
    } catch (IOException e) {
      connected.completeExceptionally(e);
    }
    return connected.thenCompose(
        answer ->
            events.opened()
                ? CompletableFuture.completedFuture(
                    OptionsV5.limits(answer.getResponseProperties()))
                : CompletableFuture.failedFuture(Connection.ended()));
  }

  @Override
  public CompletionStage<List<ReasonCode>> subscribe(List<Subscription> wanted) {
    MqttSubscription[] filters =
        wanted.stream().map(TransportV5::filter).toArray(MqttSubscription[]::new);
    CompletableFuture<IMqttToken> granted = new CompletableFuture<>();
    try {
      client.subscribe(filters, null, completing(granted), new MqttProperties());
    } catch (MqttException e) {
      granted.completeExceptionally(OptionsV5.cause(e));
    } catch (RuntimeException e) {
      granted.completeExceptionally(e);
    }
    return granted.thenApply(
        token -> {
          List<ReasonCode> codes = new ArrayList<>();
          for (int code : token.getReasonCodes()) {
            codes.add(new ReasonCode(code & 0xFF));
          }
          return codes;
        });
  }

  @Override
  public CompletionStage<ReasonCode> publish(Publication publication) {
    CompletableFuture<IMqttToken> answered = new CompletableFuture<>();
    try {
      client.publish(
          publication.topic(), OptionsV5.message(publication), null, completing(answered));
    } catch (MqttException e) {
      answered.completeExceptionally(OptionsV5.cause(e));
    } catch (RuntimeException e) {
      // The library falls over its own feet when the line ends at this very moment.
      answered.completeExceptionally(e);
    }
    return answered.thenApply(OptionsV5::reason);
  }

  @Override
  public void end(boolean farewell) {
    events.closed();
    try {
      client.disconnectForcibly(0, farewell ? FAREWELL_MILLIS : 0, farewell);
    } catch (MqttException e) {
      // Already disconnected, or on its way there.
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      // Nothing is left to free.
    }
  }

  private static MqttSubscription filter(Subscription wanted) {
    MqttSubscription subscription = new MqttSubscription(wanted.filter(), 1);
    subscription.setRetainHandling(
        switch (wanted.kept()) {
          case ALWAYS -> 0;
          case NEW -> 1;
          case NEVER -> 2;
        });
    // Otherwise a kept message that is sent while we listen looks like a fresh one.
    subscription.setRetainAsPublished(true);
    return subscription;
  }

  private static MqttActionListener completing(CompletableFuture<IMqttToken> future) {
    return new MqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        future.complete(token);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable failure) {
        future.completeExceptionally(OptionsV5.cause(failure));
      }
    };
  }
}

package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** MQTT 3.1.1 on Eclipse Paho's client for it: every publication is answered with success. */
final class TransportV3 implements Transport {
  private static final ServerLimits UNSAID =
      new ServerLimits(OptionsV3.MOST_IN_FLIGHT, Integer.MAX_VALUE);

  private final LinkOptions options;
  private final MqttAsyncClient client;
  private final EventsV3 events;

  TransportV3(LinkOptions options, Events told) throws IOException {
    this(options, told, client(options));
  }

  TransportV3(LinkOptions options, Events told, MqttAsyncClient client) {
    this.options = options;
    this.client = client;
    client.setManualAcks(true);
    events = new EventsV3(client, told);
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
      client.connect(OptionsV3.of(options), null, completing(connected));
    } catch (MqttException e) {
      connected.completeExceptionally(OptionsV3.cause(e));
    } catch (IOException e) {
      connected.completeExceptionally(e);
    }
    return connected.thenCompose(
        answer ->
            events.opened()
                ? CompletableFuture.completedFuture(UNSAID)
                : CompletableFuture.failedFuture(Connection.ended()));
  }

  @Override
  public CompletionStage<List<ReasonCode>> subscribe(List<Subscription> wanted) {
    String[] filters = wanted.stream().map(Subscription::filter).toArray(String[]::new);
    int[] qualities = wanted.stream().mapToInt(filter -> 1).toArray();
    CompletableFuture<IMqttToken> granted = new CompletableFuture<>();
    try {
      client.subscribe(filters, qualities, null, completing(granted));
    } catch (MqttException e) {
      granted.completeExceptionally(OptionsV3.cause(e));
    } catch (RuntimeException e) {
      granted.completeExceptionally(e);
    }
    return granted.thenApply(
        token -> {
          List<ReasonCode> codes = new ArrayList<>();
          for (int code : token.getGrantedQos()) {
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
          publication.topic(),
          publication.payload(),
          publication.quality(),
          publication.retained(),
          null,
          completing(answered));
    } catch (MqttException e) {
      answered.completeExceptionally(OptionsV3.cause(e));
    } catch (RuntimeException e) {
      // The library falls over its own feet when the line ends at this very moment.
      answered.completeExceptionally(e);
    }
    return answered.thenApply(token -> ReasonCode.SUCCESS);
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

  private static IMqttActionListener completing(CompletableFuture<IMqttToken> future) {
    return new IMqttActionListener() {
      @Override
      public void onSuccess(IMqttToken token) {
        future.complete(token);
      }

      @Override
      public void onFailure(IMqttToken token, Throwable failure) {
        future.completeExceptionally(OptionsV3.cause(failure));
      }
    };
  }
}

package egov.kiosk.bench.fleet;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands for what consumes measurements and shadows on the platform, so that the broker really
 * passes them on. It only counts.
 */
final class Collector implements AutoCloseable {
  private static final long WAIT_SECONDS = 60;

  private final Mqtt5AsyncClient client;
  private final AtomicLong received = new AtomicLong();

  Collector(FleetBroker broker, DeviceCertificates certificates, String... filters)
      throws IOException, GeneralSecurityException, InterruptedException, TimeoutException {
    client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier(FleetBroker.COLLECTOR)
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .sslConfig(
                MqttClientSslConfig.builder()
                    .keyManagerFactory(certificates.shown(FleetBroker.COLLECTOR))
                    .trustManagerFactory(certificates.believed())
                    .build())
            .buildAsync();
    client.publishes(MqttGlobalPublishFilter.ALL, publish -> received.incrementAndGet());
    List<Mqtt5Subscription> all =
        Arrays.stream(filters)
            .map(
                filter ->
                    Mqtt5Subscription.builder()
                        .topicFilter("$share/collector/" + filter)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .build())
            .toList();
    try {
      client
          .connect()
          .thenCompose(
              connected -> client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(all).build()))
          .get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the collector does not reach the broker", e.getCause());
    }
  }

  long received() {
    return received.get();
  }

  @Override
  public void close() {
    client.disconnect();
  }
}

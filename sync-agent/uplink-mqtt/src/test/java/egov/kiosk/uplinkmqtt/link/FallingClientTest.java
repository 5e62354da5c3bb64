package egov.kiosk.uplinkmqtt.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The client library throws a NullPointerException out of publish and subscribe when it is closed
 * in that very moment: that is a connection that ended, and nothing the caller may stumble over.
 */
class FallingClientTest {
  private static final LinkOptions OPTIONS =
      LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:1"), "zj-hz-000001");

  private final Silent events = new Silent();
  private Transport transport;

  private static final class Silent implements Transport.Events {
    @Override
    public void received(InboundMessage message) {}

    @Override
    public void lost(ReasonCode code) {}
  }

  @AfterEach
  void end() {
    transport.end(false);
  }

  @Test
  void version5_fallsWhilePublishing_failsTheAnswerOnly() throws Exception {
    transport = new TransportV5(OPTIONS, events, new FallingV5());
    fails(transport.publish(Publication.of("a/b", new byte[] {1})));
    fails(transport.subscribe(List.of(Subscription.fresh("a/b"))));
  }

  @Test
  void version3_fallsWhilePublishing_failsTheAnswerOnly() throws Exception {
    transport = new TransportV3(OPTIONS, events, new FallingV3());
    fails(transport.publish(Publication.of("a/b", new byte[] {1})));
    fails(transport.subscribe(List.of(Subscription.fresh("a/b"))));
  }

  private static void fails(CompletionStage<?> answer) {
    ExecutionException failure =
        assertThrows(
            ExecutionException.class, () -> answer.toCompletableFuture().get(10, TimeUnit.SECONDS));
    assertInstanceOf(NullPointerException.class, failure.getCause());
    assertEquals("closed meanwhile", failure.getCause().getMessage());
  }

  private static final class FallingV5 extends org.eclipse.paho.mqttv5.client.MqttAsyncClient {
    FallingV5() throws Exception {
      super(
          "tcp://127.0.0.1:1",
          "zj-hz-000001",
          new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence());
    }

    @Override
    public org.eclipse.paho.mqttv5.client.IMqttToken publish(
        String topic,
        org.eclipse.paho.mqttv5.common.MqttMessage message,
        Object context,
        org.eclipse.paho.mqttv5.client.MqttActionListener listener) {
      throw new NullPointerException("closed meanwhile");
    }

    @Override
    public org.eclipse.paho.mqttv5.client.IMqttToken subscribe(
        org.eclipse.paho.mqttv5.common.MqttSubscription[] wanted,
        Object context,
        org.eclipse.paho.mqttv5.client.MqttActionListener listener,
        org.eclipse.paho.mqttv5.common.packet.MqttProperties properties) {
      throw new NullPointerException("closed meanwhile");
    }
  }

  private static final class FallingV3 extends org.eclipse.paho.client.mqttv3.MqttAsyncClient {
    FallingV3() throws Exception {
      super(
          "tcp://127.0.0.1:1",
          "zj-hz-000001",
          new org.eclipse.paho.client.mqttv3.persist.MemoryPersistence());
    }

    @Override
    public org.eclipse.paho.client.mqttv3.IMqttDeliveryToken publish(
        String topic,
        byte[] payload,
        int quality,
        boolean retained,
        Object context,
        org.eclipse.paho.client.mqttv3.IMqttActionListener listener) {
      throw new NullPointerException("closed meanwhile");
    }

    @Override
    public org.eclipse.paho.client.mqttv3.IMqttToken subscribe(
        String[] filters,
        int[] qualities,
        Object context,
        org.eclipse.paho.client.mqttv3.IMqttActionListener listener) {
      throw new NullPointerException("closed meanwhile");
    }
  }
}

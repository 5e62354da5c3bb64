package egov.kiosk.bench.fleet;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import egov.kiosk.contract.Topics;
import egov.kiosk.uplinkmqtt.link.BackOff;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A kiosk's line as {@code uplink-mqtt} agrees it: session, will, the six subscriptions and the
 * retained word that it is there on every connection, and the product's own pauses between tries.
 */
final class KioskLine {
  private final int number;
  private final String id;
  private final BackOff pauses;
  private final ScheduledExecutorService timer;
  private final Events events;
  private Mqtt5AsyncClient client;
  private Executor desks;
  private boolean ready;
  private boolean closed;
  private long readySince;

  /** What the fleet is told; called by the event loop and to be left at once. */
  interface Events {
    /** Connected, subscribed and announced. */
    void ready(KioskLine line);

    /** A try failed, or a connection that was ready ended. */
    void down(KioskLine line, boolean wasReady, Throwable cause);

    /** Something came; called by the fleet's desks. */
    void received(KioskLine line, String topic, byte[] payload);
  }

  KioskLine(int number, String id, BackOff pauses, ScheduledExecutorService timer, Events events) {
    this.number = number;
    this.id = id;
    this.pauses = pauses;
    this.timer = timer;
    this.events = events;
  }

  int number() {
    return number;
  }

  String id() {
    return id;
  }

  /** Takes the client it speaks through; once, before the first try. */
  synchronized void through(Mqtt5AsyncClient made, Executor threads) {
    client = made;
    desks = threads;
  }

  /** One try; whatever becomes of it, the fleet is told, and after a failure there is another. */
  void connect() {
    Mqtt5AsyncClient used;
    synchronized (this) {
      if (closed) {
        return;
      }
      used = client;
    }
    used.connect(KioskSession.CONNECT)
        .whenComplete(
            (connected, failure) -> {
              if (failure instanceof MqttClientStateException) {
                again();
              } else if (failure == null) {
                if (!connected.isSessionPresent()) {
                  hear(used);
                }
                announce(used);
              }
            });
  }

  /** The client forgets who listens together with the session. */
  private void hear(Mqtt5AsyncClient used) {
    used.publishes(
        MqttGlobalPublishFilter.ALL,
        publish ->
            events.received(this, publish.getTopic().toString(), publish.getPayloadAsBytes()),
        desks);
  }

  private void announce(Mqtt5AsyncClient used) {
    used.subscribe(KioskSession.subscriptions(id))
        .thenCompose(granted -> used.publish(KioskSession.here(id)))
        .thenAccept(
            taken -> {
              synchronized (this) {
                ready = true;
                readySince = System.nanoTime();
              }
              events.ready(this);
            });
  }

  /** For the client's own listener: a try failed or a connection ended. */
  void disconnected(MqttClientDisconnectedContext context) {
    boolean was;
    synchronized (this) {
      was = ready;
      ready = false;
      if (was) {
        pauses.ended(Duration.ofNanos(System.nanoTime() - readySince), false);
      }
    }
    events.down(this, was, context.getCause());
    again();
  }

  private void again() {
    Duration pause;
    synchronized (this) {
      if (closed) {
        return;
      }
      pause = pauses.next();
    }
    timer.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  synchronized boolean ready() {
    return ready;
  }

  /** Completed with whether the broker took it; at once for what is not acknowledged. */
  CompletableFuture<Boolean> send(String topic, byte[] payload, MqttQos quality, boolean kept) {
    Mqtt5Publish publish =
        Mqtt5Publish.builder().topic(topic).payload(payload).qos(quality).retain(kept).build();
    return send(publish);
  }

  /** The same for a message the gateway is told the id of beforehand. */
  CompletableFuture<Boolean> send(String topic, byte[] payload, String messageId) {
    return send(
        Mqtt5Publish.builder()
            .topic(topic)
            .payload(payload)
            .qos(MqttQos.AT_LEAST_ONCE)
            .userProperties()
            .add(Topics.MESSAGE_ID_PROPERTY, messageId)
            .applyUserProperties()
            .build());
  }

  private CompletableFuture<Boolean> send(Mqtt5Publish publish) {
    return client
        .publish(publish)
        .handle((result, failure) -> failure == null && result.getError().isEmpty());
  }

  /** Leaves in order and stays away. */
  CompletableFuture<Void> close() {
    synchronized (this) {
      closed = true;
      if (!ready) {
        return CompletableFuture.completedFuture(null);
      }
    }
    return client.disconnect().exceptionally(failure -> null);
  }
}

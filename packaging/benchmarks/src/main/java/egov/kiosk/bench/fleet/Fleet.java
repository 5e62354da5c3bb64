package egov.kiosk.bench.fleet;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import egov.kiosk.uplinkmqtt.link.BackOff;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.TrustManagerFactory;

/**
 * The kiosks: one event loop {@code fleet-line} for all lines, one timer {@code fleet-timer}, and a
 * few threads {@code fleet-desk-<n>} for what a kiosk does with what it gets.
 */
final class Fleet implements KioskLine.Events, AutoCloseable {
  /** How many are let on at once at the beginning. */
  private static final int AT_ONCE = 64;

  private static final long TRY_SECONDS = 20;

  private final List<KioskLine> lines = new ArrayList<>();
  private final Connects connects = new Connects();
  private final AtomicInteger up = new AtomicInteger();
  private final Semaphore gate = new Semaphore(AT_ONCE);
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> daemon(task, "fleet-timer"));
  private final ExecutorService desks;
  private final Set<KioskLine> entering = ConcurrentHashMap.newKeySet();
  private volatile Inbox inbox = (line, topic, payload) -> {};

  /** Who deals with what comes; on the desks' threads. */
  interface Inbox {
    void received(KioskLine line, String topic, byte[] payload);
  }

  Fleet(List<String> ids, int port, DeviceCertificates certificates, BackOff.Limits pauses)
      throws IOException, GeneralSecurityException {
    AtomicInteger desk = new AtomicInteger();
    desks =
        Executors.newFixedThreadPool(
            2, task -> daemon(task, "fleet-desk-" + desk.incrementAndGet()));
    timer.setRemoveOnCancelPolicy(true);
    Executor loop = task -> daemon(task, "fleet-line").start();
    TrustManagerFactory believed = certificates.believed();
    for (String id : ids) {
      SplittableRandom random = new SplittableRandom(id.hashCode());
      BackOff own = new BackOff(pauses, random::nextDouble);
      KioskLine line = new KioskLine(lines.size(), id, own, timer, this);
      MqttClientSslConfig security =
          MqttClientSslConfig.builder()
              .keyManagerFactory(certificates.shown(id))
              .trustManagerFactory(believed)
              .protocols(List.of("TLSv1.3"))
              .handshakeTimeout(TRY_SECONDS, TimeUnit.SECONDS)
              .build();
      Mqtt5AsyncClient client =
          MqttClient.builder()
              .useMqttVersion5()
              .identifier(id)
              .transportConfig()
              .serverHost("127.0.0.1")
              .serverPort(port)
              .sslConfig(security)
              .socketConnectTimeout(TRY_SECONDS, TimeUnit.SECONDS)
              .mqttConnectTimeout(TRY_SECONDS, TimeUnit.SECONDS)
              .applyTransportConfig()
              .executorConfig(
                  MqttClientExecutorConfig.builder().nettyExecutor(loop).nettyThreads(1).build())
              .addDisconnectedListener(line::disconnected)
              .willPublish(KioskSession.gone(id))
              .buildAsync();
      line.through(client, desks);
      lines.add(line);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    return made;
  }

  List<KioskLine> lines() {
    return lines;
  }

  int size() {
    return lines.size();
  }

  /** From now on this one gets what comes. */
  void listen(Inbox next) {
    inbox = next;
  }

  /** For things that kiosks do by the clock. */
  ScheduledThreadPoolExecutor timer() {
    return timer;
  }

  /** Work of the kiosks' own processors. */
  ExecutorService desks() {
    return desks;
  }

  /** What became of the tries so far. */
  Connects connects() {
    return connects;
  }

  /** Lets all on, some at a time, as fast as the broker takes them. */
  void letOn() throws InterruptedException {
    for (KioskLine line : lines) {
      gate.acquire();
      entering.add(line);
      line.connect();
    }
  }

  /** Waits until every kiosk is connected, subscribed and announced. */
  void awaitAll(long seconds) throws InterruptedException, TimeoutException {
    long begun = System.nanoTime();
    while (up.get() < lines.size()) {
      if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(seconds)) {
        throw new TimeoutException(
            "only " + up.get() + " of " + lines.size() + " kiosks are connected; " + connects);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** How many are connected now. */
  int up() {
    return up.get();
  }

  @Override
  public void ready(KioskLine line) {
    up.incrementAndGet();
    connects.succeeded(System.nanoTime());
    if (entering.remove(line)) {
      gate.release();
    }
  }

  @Override
  public void down(KioskLine line, boolean wasReady, Throwable cause) {
    if (wasReady) {
      up.decrementAndGet();
      connects.lost();
    } else {
      connects.failed(cause);
    }
  }

  @Override
  public void received(KioskLine line, String topic, byte[] payload) {
    inbox.received(line, topic, payload);
  }

  @Override
  public void close() throws InterruptedException {
    CompletableFuture<?>[] leaving =
        lines.stream().map(KioskLine::close).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(leaving).get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("bench: not every kiosk left in order");
    }
    timer.shutdownNow();
    desks.shutdownNow();
  }
}

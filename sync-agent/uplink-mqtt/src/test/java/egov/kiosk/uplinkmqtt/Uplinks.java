package egov.kiosk.uplinkmqtt;

import static org.awaitility.Awaitility.await;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What tests of the uplink have in common. */
public final class Uplinks {
  public static final String KIOSK = "zj-hz-000001";
  public static final BackOff.Limits QUICK =
      new BackOff.Limits(Duration.ofMillis(100), Duration.ofSeconds(2), 3, Duration.ofSeconds(1));

  private Uplinks() {}

  public static UplinkSettings settings(int port) {
    return UplinkSettings.of(BrokerAddress.parse("tcp://127.0.0.1:" + port)).withBackOff(QUICK);
  }

  /** Started and connected. */
  public static MqttUplink connected(UplinkSettings settings, Told told) {
    MqttUplink uplink = new MqttUplink(KIOSK, settings);
    uplink.start(told);
    await().until(() -> told.connections() == 1);
    return uplink;
  }

  public static CompletableFuture<SendOutcome> send(MqttUplink uplink, SignedEnvelope envelope) {
    return uplink.send(new QueuedEnvelope(1, envelope)).toCompletableFuture();
  }

  public static SignedEnvelope message(int bytes) {
    return new SignedEnvelope(
        TransactionId.create(Instant.now()),
        MessageKind.RATING,
        "QUERY-1",
        new byte[bytes],
        new byte[32]);
  }

  /** The agent's end, keeping what it was told. */
  public static class Told implements UplinkListener {
    private final List<byte[]> receipts = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int connections;
    private int calls;

    @Override
    public synchronized void connected() {
      connections++;
      calls++;
    }

    @Override
    public synchronized void disconnected(String reason) {
      reasons.add(reason);
      calls++;
    }

    @Override
    public synchronized void receipt(byte[] message) {
      receipts.add(message);
      calls++;
    }

    public synchronized int connections() {
      return connections;
    }

    public synchronized int calls() {
      return calls;
    }

    public synchronized List<byte[]> receipts() {
      return List.copyOf(receipts);
    }

    public synchronized List<String> reasons() {
      return List.copyOf(reasons);
    }
  }
}

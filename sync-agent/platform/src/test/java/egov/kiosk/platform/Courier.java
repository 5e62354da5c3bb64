package egov.kiosk.platform;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest honest sender: offers what no verified receipt has settled, oldest first, again on
 * every connection and on {@link #again}. Stands in for the agent.
 */
public final class Courier implements UplinkListener, AutoCloseable {
  private final MqttUplink uplink;
  private final ReceiptVerifier verifier;
  private final Map<String, SignedEnvelope> pending = new LinkedHashMap<>();
  private final Map<String, Integer> settlements = new LinkedHashMap<>();
  private final List<PlatformReceipt> receipts = new ArrayList<>();
  private final List<SendOutcome> outcomes = new ArrayList<>();
  private int under;
  private int connections;
  private int refusedReceipts;
  private String trouble = "";

  public Courier(MqttUplink uplink, ReceiptVerifier verifier) {
    this.uplink = uplink;
    this.verifier = verifier;
    uplink.start(this);
  }

  public synchronized void offer(SignedEnvelope envelope) {
    pending.put(envelope.id().value(), envelope);
    again();
  }

  synchronized void again() {
    for (SignedEnvelope envelope : List.copyOf(pending.values())) {
      if (under >= uplink.window()) {
        return;
      }
      send(envelope);
    }
  }

  /** Sends once more, settled or not. */
  synchronized void send(SignedEnvelope envelope) {
    under++;
    uplink
        .send(new QueuedEnvelope(1, envelope))
        .thenAccept(
            outcome -> {
              synchronized (this) {
                under--;
                outcomes.add(outcome);
              }
            });
  }

  @Override
  public synchronized void connected() {
    connections++;
    again();
  }

  @Override
  public synchronized void disconnected(String reason) {
    trouble = reason;
  }

  @Override
  public synchronized void receipt(byte[] message) {
    try {
      verifier.verify(message).forEach(this::enter);
    } catch (ReceiptRefusedException e) {
      refusedReceipts++;
    }
  }

  private void enter(PlatformReceipt receipt) {
    receipts.add(receipt);
    SignedEnvelope envelope = pending.get(receipt.messageId().value());
    if (envelope != null && envelope.sm3().equals(receipt.envelopeSm3())) {
      pending.remove(receipt.messageId().value());
      settlements.merge(receipt.messageId().value(), 1, Integer::sum);
    }
  }

  synchronized int under() {
    return under;
  }

  synchronized int connections() {
    return connections;
  }

  synchronized int pending() {
    return pending.size();
  }

  synchronized int refusedReceipts() {
    return refusedReceipts;
  }

  synchronized String trouble() {
    return trouble;
  }

  synchronized List<PlatformReceipt> receipts() {
    return List.copyOf(receipts);
  }

  synchronized List<SendOutcome> outcomes() {
    return List.copyOf(outcomes);
  }

  synchronized Map<String, Integer> settlements() {
    return Map.copyOf(settlements);
  }

  @Override
  public void close() {
    uplink.stop(Duration.ofSeconds(3));
  }
}

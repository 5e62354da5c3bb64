package egov.kiosk.gateway.testing;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.builtin.StandardLines;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.Securing;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The smallest honest kiosk: sends what no verified receipt has settled, again when asked to. */
public final class StubKiosk implements LinkListener, AutoCloseable {
  private static final BackOff.Limits QUICK =
      new BackOff.Limits(Duration.ofMillis(100), Duration.ofSeconds(1), 3, Duration.ofSeconds(1));

  private final String id;
  private final IssuedKey key;
  private final GatewayLab lab;
  private final ReceiptVerifier verifier;
  private final Map<String, SignedEnvelope> pending = new LinkedHashMap<>();
  private final Map<String, PlatformReceipt> receipts = new LinkedHashMap<>();
  private final List<String> contradictions = new ArrayList<>();
  private int answers;
  private MqttLink link;

  private StubKiosk(GatewayLab lab, String id) throws Exception {
    this.lab = lab;
    this.id = id;
    key = lab.key(id);
    verifier = lab.verifier(id);
  }

  public static StubKiosk connect(GatewayLab lab, String id, int port) throws Exception {
    return connect(lab, id, LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + port), id));
  }

  /** The same over a secured line. */
  public static StubKiosk connect(GatewayLab lab, String id, int port, LineSettings line)
      throws Exception {
    return connect(
        lab,
        id,
        LinkOptions.of(BrokerAddress.parse("ssl://127.0.0.1:" + port), id)
            .securing(new Securing(StandardLines.of(InstantSource.system()), line)));
  }

  private static StubKiosk connect(GatewayLab lab, String id, LinkOptions options)
      throws Exception {
    StubKiosk kiosk = new StubKiosk(lab, id);
    kiosk.link =
        MqttLink.open(
            options.subscribing(Topics.receipts(id)).withWindow(1000).pausing(QUICK), kiosk);
    return kiosk;
  }

  public String id() {
    return id;
  }

  public IssuedKey key() {
    return key;
  }

  /** Seals a transaction and sends it. */
  public SignedEnvelope offer(String note) throws Exception {
    SignedEnvelope envelope = lab.seal(key, Paper.transaction(id, GatewayLab.id(), note));
    offer(envelope);
    return envelope;
  }

  public void offer(SignedEnvelope envelope) {
    synchronized (this) {
      pending.put(envelope.id().value(), envelope);
    }
    send(envelope);
  }

  /** Sends everything once more that is not settled. */
  public void again() {
    List<SignedEnvelope> unsettled;
    synchronized (this) {
      unsettled = List.copyOf(pending.values());
    }
    unsettled.forEach(this::send);
  }

  public void send(SignedEnvelope envelope) {
    publish(Topics.transactions(id, envelope.kind()), envelope.bytes(), envelope.id().value());
  }

  public void publish(String topic, byte[] payload, String hint) {
    link.publish(Publication.of(topic, payload, hint));
  }

  public boolean connected() {
    return link.connected();
  }

  public synchronized int pending() {
    return pending.size();
  }

  /** Every receipt, by the message's id. */
  public synchronized Map<String, PlatformReceipt> receipts() {
    return Map.copyOf(receipts);
  }

  /** Receipts that said something else than the first for the same message. */
  public synchronized List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  public synchronized int answers() {
    return answers;
  }

  @Override
  public void connected(ServerLimits limits) {
    again();
  }

  @Override
  public void disconnected(String reason) {
    // It comes back by itself.
  }

  @Override
  public synchronized void received(InboundMessage message) {
    answers++;
    try {
      verifier.verify(message.payload()).forEach(this::enter);
    } catch (ReceiptRefusedException e) {
      contradictions.add("refused: " + e.getMessage());
    }
    message.acknowledge();
  }

  private void enter(PlatformReceipt receipt) {
    String about = receipt.messageId().value();
    PlatformReceipt first = receipts.putIfAbsent(about, receipt);
    if (first != null && !first.equals(receipt)) {
      contradictions.add(first + " then " + receipt);
    }
    SignedEnvelope settled = pending.get(about);
    if (settled != null && settled.sm3().equals(receipt.envelopeSm3())) {
      pending.remove(about);
    }
  }

  @Override
  public void close() {
    link.close(Duration.ofSeconds(1));
  }
}

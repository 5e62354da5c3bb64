package egov.kiosk.uplinkmqtt;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.contract.Topics;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.ReasonCode;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The uplink on MQTT 5: sends on {@code egov/1/{kioskId}/up/tx/...}, listens on {@code
 * egov/1/{kioskId}/down/rcpt} and nothing else. Safe for use by several threads.
 */
public final class MqttUplink implements Uplink {
  /** The contract's own limit for one message. */
  public static final int LARGEST_MESSAGE = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(MqttUplink.class);
  private static final Duration RECONFIGURE = Duration.ofSeconds(4);
  private static final String LONGEST_ID = "0".repeat(36);
  private static final int LENGTH_GROWTH = 3;

  private final String kioskId;
  private UplinkSettings settings;
  private UplinkListener listener;
  private volatile MqttLink link;
  private volatile ServerLimits limits;
  private volatile String trouble = "not started";

  /**
   * @param kioskId this kiosk: client id, user name and part of every topic
   */
  public MqttUplink(String kioskId, UplinkSettings settings) {
    if (!Topics.isKioskId(kioskId)) {
      throw new IllegalArgumentException(
          "a kiosk id has 1 to 32 lower-case letters, digits and hyphens");
    }
    this.kioskId = kioskId;
    this.settings = Objects.requireNonNull(settings, "settings");
    limits = new ServerLimits(settings.window(), Integer.MAX_VALUE);
  }

  @Override
  public synchronized void start(UplinkListener told) {
    if (link != null) {
      throw new IllegalStateException("the uplink was started before");
    }
    listener = Objects.requireNonNull(told, "listener");
    open();
  }

  /** Takes other settings; equal ones change nothing, others cost one reconnect. */
  public synchronized void reconfigure(UplinkSettings changed) {
    if (changed.equals(settings)) {
      return;
    }
    settings = changed;
    if (link != null) {
      link.close(RECONFIGURE);
      open();
    }
  }

  @Override
  public CompletionStage<SendOutcome> send(QueuedEnvelope message) {
    MqttLink current = link;
    SignedEnvelope envelope = message.envelope();
    if (current == null || envelope.length() > maxMessageBytes()) {
      return CompletableFuture.completedFuture(SendOutcome.failed());
    }
    Publication publication =
        Publication.of(
            Topics.transactions(kioskId, envelope.kind()), envelope.bytes(), envelope.id().value());
    return current
        .publish(publication)
        .handle((code, failure) -> failure == null ? outcome(code) : SendOutcome.failed());
  }

  @Override
  public int window() {
    return limits.window();
  }

  @Override
  public int maxMessageBytes() {
    String longestTopic = Topics.transactions(kioskId, MessageKind.RATING);
    int around = Publication.of(longestTopic, new byte[0], LONGEST_ID).packetBytes();
    return Math.max(
        0, Math.min(LARGEST_MESSAGE, limits.maximumPacketSize() - around - LENGTH_GROWTH));
  }

  @Override
  public void stop(Duration timeout) {
    MqttLink last;
    synchronized (this) {
      last = link;
      link = null;
    }
    if (last != null) {
      last.close(timeout);
    }
    trouble = "stopped";
  }

  /** Why there is no connection, for a technician; empty while there is one. */
  public String trouble() {
    return trouble;
  }

  /** Where it connects to. */
  public synchronized String broker() {
    return settings.broker().uri();
  }

  private void open() {
    link = MqttLink.open(settings.link(kioskId), new Told(listener));
  }

  private static SendOutcome outcome(ReasonCode code) {
    return code.refused() ? SendOutcome.parked(code.value()) : SendOutcome.acknowledged();
  }

  private final class Told implements LinkListener {
    private final UplinkListener agent;

    Told(UplinkListener agent) {
      this.agent = agent;
    }

    @Override
    public void connected(ServerLimits granted) {
      limits = granted;
      trouble = "";
      agent.connected();
    }

    @Override
    public void disconnected(String reason) {
      trouble = reason;
      agent.disconnected(reason);
    }

    @Override
    public void received(InboundMessage message) {
      // Acknowledged whatever it is: a lost receipt comes again when the message is sent again.
      message.acknowledge();
      if (message.retained()) {
        LOG.warn("A kept message on the receipt topic is ignored; somebody planted it");
      } else if (message.topic().equals(Topics.receipts(kioskId))) {
        agent.receipt(message.payload());
      }
    }
  }
}

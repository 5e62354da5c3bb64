package egov.kiosk.uplinkmqtt;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.contract.Topics;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.FleetListener;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.outbox.QueuedEnvelope;
import egov.kiosk.tls.LineFacts;
import egov.kiosk.tls.LineSecurities;
import egov.kiosk.tls.builtin.StandardLines;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.Publication;
import egov.kiosk.uplinkmqtt.link.ReasonCode;
import egov.kiosk.uplinkmqtt.link.Securing;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import egov.kiosk.uplinkmqtt.link.Share;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/**
 * The uplink on MQTT, and the line for what is not queued: two shares of one connection. Sends
 * below {@code egov/1/{kioskId}/up/} and {@code state/}, listens to this kiosk's own topics only.
 * Safe for use by several threads.
 */
public final class MqttUplink implements Uplink, FleetLine {
  /** The contract's own limit for one message up. */
  public static final int LARGEST_MESSAGE = UplinkSettings.LARGEST_MESSAGE;

  private static final Duration RECONFIGURE = Duration.ofSeconds(4);
  private static final String LONGEST_ID = "00000000-0000-0000-0000-000000000000";
  private static final int LENGTH_GROWTH = 3;

  private final String kioskId;
  private final LineSecurities lines;
  private final Map<MessageKind, String> topics = new EnumMap<>(MessageKind.class);
  private final int largestHead;
  private final Mailbox mailbox = new Mailbox();
  private final Semaphore chunks = new Semaphore(KioskLink.SIDE_WINDOW - 1);
  private volatile UplinkSettings settings;
  private UplinkListener listener;
  private volatile MqttLink link;
  private volatile Opening opening;
  private volatile boolean stopped;
  private volatile LineFacts agreed;

  /**
   * @param kioskId this kiosk: client id, user name and part of every topic
   */
  public MqttUplink(String kioskId, UplinkSettings settings) {
    this(kioskId, settings, StandardLines.of(InstantSource.system()));
  }

  /**
   * As above, with other ways to secure lines than the standard ones.
   *
   * @param lines asked on every connection
   */
  public MqttUplink(String kioskId, UplinkSettings settings, LineSecurities lines) {
    this.lines = Objects.requireNonNull(lines, "lines");
    if (!Topics.isKioskId(kioskId)) {
      throw new IllegalArgumentException(
          "a kiosk id has 1 to 32 lower-case letters, digits and hyphens");
    }
    this.kioskId = kioskId;
    for (MessageKind kind : MessageKind.values()) {
      topics.put(kind, Topics.transactions(kioskId, kind));
    }
    String longestTopic = topics.get(MessageKind.RECONCILIATION);
    largestHead = Publication.of(longestTopic, new byte[0], LONGEST_ID).packetBytes();
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  @Override
  public synchronized void start(UplinkListener told) {
    if (link != null) {
      throw new IllegalStateException("the uplink was started before");
    }
    listener = Objects.requireNonNull(told, "listener");
    open(false);
  }

  /** Takes other settings; equal ones change nothing, others cost one reconnect. */
  public synchronized void reconfigure(UplinkSettings changed) {
    if (changed.equals(settings)) {
      return;
    }
    settings = changed;
    if (link != null) {
      link.close(RECONFIGURE);
      open(false);
    }
  }

  /**
   * Gives up the connection there is, and makes one to this broker with the password that lies in
   * its file now. From then on {@link #trouble} speaks of that one alone.
   *
   * @param timeout how long to wait until the broker let this kiosk in or refused it; it is tried
   *     on after that
   */
  public void renew(BrokerAddress broker, Duration timeout) {
    Optional<Opening> renewed;
    synchronized (this) {
      settings = settings.at(broker);
      if (link != null) {
        link.close(RECONFIGURE);
        open(true);
      }
      renewed = Optional.ofNullable(opening);
    }
    renewed.ifPresent(one -> one.await(timeout));
  }

  @Override
  public CompletionStage<SendOutcome> send(QueuedEnvelope message) {
    MqttLink current = link;
    SignedEnvelope envelope = message.envelope();
    if (current == null || envelope.length() > maxMessageBytes()) {
      return CompletableFuture.completedFuture(SendOutcome.failed());
    }
    Publication publication =
        Publication.of(topics.get(envelope.kind()), envelope.bytes(), envelope.id().value());
    return current
        .publish(publication)
        .handle((code, failure) -> failure == null ? outcome(code) : SendOutcome.failed());
  }

  /**
   * As {@link FleetLine#send}. Measurements go unacknowledged; the newest report of what the kiosk
   * is stays with the broker where it can; attachments leave a place for everything else.
   */
  @Override
  public CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    MqttLink current = link;
    boolean chunk = channel == UpChannel.ATTACHMENT;
    if (current == null || payload.length > maxBytes() || chunk && !chunks.tryAcquire()) {
      return CompletableFuture.completedFuture(false);
    }
    return current
        .publish(publication(channel, payload), Share.SIDE)
        .handle(
            (code, failure) -> {
              if (chunk) {
                chunks.release();
              }
              return failure == null && !code.refused();
            });
  }

  @Override
  public int window() {
    return limits().window();
  }

  @Override
  public int maxMessageBytes() {
    return fitting(largestHead);
  }

  @Override
  public int maxBytes() {
    return fitting(publication(UpChannel.SHADOW, new byte[0]).packetBytes());
  }

  @Override
  public boolean metered() {
    return settings.metered();
  }

  @Override
  public boolean heartbeatWanted() {
    return settings.profile() == Profile.B;
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
    stopped = true;
  }

  /** From now on tells this one too what comes down; first, what it missed. */
  public void add(FleetListener told) {
    mailbox.add(told);
  }

  /** Does not tell this one any more. */
  public void remove(FleetListener told) {
    mailbox.remove(told);
  }

  /** Why there is no connection, for a technician; empty while there is one. */
  public String trouble() {
    Opening last = opening;
    if (stopped || last == null) {
      return stopped ? "stopped" : "not started";
    }
    return last.trouble();
  }

  /** What the line to the broker agreed upon last; empty for a plain one. */
  public Optional<LineFacts> agreed() {
    return settings.broker().tls() ? Optional.ofNullable(agreed) : Optional.empty();
  }

  /** Where it connects to. */
  public String broker() {
    return settings.broker().uri();
  }

  private void open(boolean atOnce) {
    stopped = false;
    opening = new Opening(listener, limits());
    LinkOptions options =
        KioskLink.options(
            settings, kioskId, new Securing(lines, settings.line(), facts -> agreed = facts));
    link =
        MqttLink.open(
            atOnce ? options.agreeing(options.session().atOnce()) : options,
            new Dispatch(kioskId, opening, listener, mailbox));
  }

  private ServerLimits limits() {
    Opening last = opening;
    return last == null ? new ServerLimits(settings.window(), Integer.MAX_VALUE) : last.limits();
  }

  private Publication publication(UpChannel channel, byte[] payload) {
    String topic = Topics.of(channel, kioskId);
    if (channel == UpChannel.METRICS) {
      return Publication.lossy(topic, payload);
    }
    return channel == UpChannel.SHADOW && settings.profile() == Profile.A
        ? Publication.retained(topic, payload)
        : Publication.of(topic, payload);
  }

  /** Bytes of payload that fit behind a head of so many bytes. */
  private int fitting(int head) {
    return Math.max(
        0,
        Math.min(
            settings.largestMessageBytes(), limits().maximumPacketSize() - head - LENGTH_GROWTH));
  }

  private static SendOutcome outcome(ReasonCode code) {
    return code.refused() ? SendOutcome.parked(code.value()) : SendOutcome.acknowledged();
  }
}

package egov.kiosk.gateway;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.Topics;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.gateway.intake.Incoming;
import egov.kiosk.gateway.intake.Inspection;
import egov.kiosk.gateway.intake.Intake;
import egov.kiosk.gateway.intake.ParcelDesk;
import egov.kiosk.gateway.intake.Receiver;
import egov.kiosk.gateway.intake.Statistics;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.line.Post;
import egov.kiosk.gateway.line.UpDesk;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.uplinkmqtt.link.InboundMessage;
import egov.kiosk.uplinkmqtt.link.LinkListener;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.MqttLink;
import egov.kiosk.uplinkmqtt.link.ServerLimits;
import egov.kiosk.uplinkmqtt.link.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker: a line to the broker, the intake behind it, the desks beside it. Keeps nothing
 * itself: any number of workers may run, on any number of machines, over one store.
 */
public final class Gateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final Duration STOP = Duration.ofSeconds(2);
  private static final int RECEIVE_MAXIMUM = 1_000;
  private static final int WINDOW = 500;
  private static final int SIDE = 50;
  private static final int LARGEST_PACKET = 260 * 1024;
  private static final int MOST_ORDERS = 10_000;

  private final Post receipts = new Post(Share.MAIN, 65_535);
  private final Post orders = new Post(Share.SIDE, MOST_ORDERS);
  private final UpDesk desk;
  private final Receiver receiver;
  private final ParcelDesk parcels;
  private MqttLink link;

  private Gateway(
      GatewayKeys keys, AcceptedStore store, Desks.Opening desks, int hands, InstantSource clock) {
    Desks opened = desks.open(orders, this::again);
    desk = new UpDesk(opened.listeners());
    receiver =
        new Receiver(
            new Intake(
                new Inspection(
                    keys::opener,
                    new CanonicalMessageCodec(),
                    Optional.of(keys.parcels()),
                    opened.grids(),
                    clock),
                store,
                opened.attachments(),
                clock),
            keys.receipts(),
            receipts,
            hands);
    parcels = new ParcelDesk(keys.parcels(), receiver::offer);
  }

  /**
   * Starts to connect and returns at once; {@link #receiving} tells when it listens.
   *
   * @param line where the broker is, how to log in and what pauses to make; subscriptions, windows
   *     and the session's length are set here
   * @param store closed by the caller after the gateway
   * @param hands how many processors to use for cryptography
   */
  public static Gateway start(
      LinkOptions line,
      Coverage coverage,
      GatewayKeys keys,
      AcceptedStore store,
      Desks.Opening desks,
      int hands,
      InstantSource clock) {
    Objects.requireNonNull(coverage, "coverage");
    Gateway gateway = new Gateway(keys, store, desks, hands, clock);
    gateway.open(
        line.subscribing(coverage.filters(gateway.desk.channels()))
            .with(new LinkOptions.Windows(WINDOW, SIDE, RECEIVE_MAXIMUM, LARGEST_PACKET))
            .agreeing(session(line.session(), coverage.sessionExpiry())));
    return gateway;
  }

  /** Whether it listens now. */
  public synchronized boolean receiving() {
    return link != null && link.connected();
  }

  /** The counts now. */
  public Statistics statistics() {
    return receiver.statistics();
  }

  /** The ways of the latest messages through this worker. */
  public Traces traces() {
    return receiver.traces();
  }

  /**
   * Takes what a technician brought from a kiosk on removable media.
   *
   * @return how many messages are in the file
   * @throws ParcelRefusedException when one byte of it is wrong; nothing was taken
   * @throws IOException when it cannot be read, or the store is away; importing it again is safe
   */
  public int importFile(Path file) throws ParcelRefusedException, IOException {
    return parcels.read(file);
  }

  @Override
  public void close() {
    MqttLink last;
    synchronized (this) {
      last = link;
      link = null;
    }
    if (last != null) {
      last.close(STOP);
    }
    receiver.close();
    desk.close();
  }

  private synchronized void open(LinkOptions options) {
    link = MqttLink.open(options, new Events());
  }

  private synchronized Optional<MqttLink> link() {
    return Optional.ofNullable(link);
  }

  private void again(String topic, byte[] envelope) {
    receiver.offer(new Incoming(topic, Optional.empty(), envelope, () -> {}));
  }

  private static LinkOptions.Session session(LinkOptions.Session base, Duration expiry) {
    return new LinkOptions.Session(
        base.protocol(), base.keepAlive(), expiry, base.connectTimeout(), base.firstWithin());
  }

  /** What the link tells. */
  private final class Events implements LinkListener {
    @Override
    public void connected(ServerLimits limits) {
      // Waits for open() to return: the link must be known before anything can be answered.
      link()
          .ifPresent(
              current -> {
                receipts.connected(current, limits.window());
                orders.connected(current, SIDE);
                LOG.info("The gateway listens");
              });
    }

    @Override
    public void disconnected(String reason) {
      receipts.disconnected();
      orders.disconnected();
      LOG.debug("The gateway does not listen: {}", reason);
    }

    @Override
    public void received(InboundMessage message) {
      if (Topics.kioskOf(message.topic()).isPresent() && !sealed(message.topic())) {
        desk.received(message.topic(), message.payload(), message::acknowledge);
        return;
      }
      Incoming incoming =
          new Incoming(
              message.topic(), message.messageId(), message.payload(), message::acknowledge);
      boolean taken =
          ParcelDesk.isParcel(message.topic())
              ? parcels.carried(incoming)
              : receiver.offer(incoming);
      if (!taken) {
        LOG.debug("Closed; the broker keeps the message");
      }
    }

    private boolean sealed(String topic) {
      return topic.contains("/up/tx/");
    }
  }
}

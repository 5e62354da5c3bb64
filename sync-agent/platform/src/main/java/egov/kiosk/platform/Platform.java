package egov.kiosk.platform;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.Attachments;
import egov.kiosk.gateway.Coverage;
import egov.kiosk.gateway.Desks;
import egov.kiosk.gateway.Gateway;
import egov.kiosk.gateway.TraceConsole;
import egov.kiosk.gateway.attachment.CollectingDesk;
import egov.kiosk.gateway.audit.AnchorDesk;
import egov.kiosk.gateway.field.Grids;
import egov.kiosk.gateway.field.NewHouseholds;
import egov.kiosk.gateway.field.RescuedDrafts;
import egov.kiosk.gateway.inquiry.QuestionDesk;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.orders.OrderDesk;
import egov.kiosk.gateway.store.Accepted;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Totals;
import egov.kiosk.platform.books.Handovers;
import egov.kiosk.platform.books.SampleBooks;
import egov.kiosk.platform.broker.Access;
import egov.kiosk.platform.broker.Broker;
import egov.kiosk.platform.broker.Passwords;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.Credentials;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Broker, one gateway worker with the embedded store, and their files, put together. Keeps in its
 * directory: {@code broker/} (the broker's journal), and what {@link JournalStore} keeps: {@code
 * received/<id>.p7m} (envelopes as they came), {@code accepted.jsonl} and {@code findings.jsonl};
 * {@code orders/} with what kiosks were ordered and what they answered; {@code chunks/} and {@code
 * attachments/}.
 */
public final class Platform implements AutoCloseable {
  /** Next to the broker there is no storm to avoid; a demonstration should not wait. */
  private static final BackOff.Limits NEAR =
      new BackOff.Limits(Duration.ofMillis(200), Duration.ofMillis(500), 1, Duration.ofSeconds(1));

  private final Broker broker;
  private final AcceptedStore store;
  private final OrderDesk orders;
  private final Gateway gateway;
  private final Handovers handovers;
  private final SampleBooks books;

  private Platform(
      Broker broker,
      AcceptedStore store,
      OrderDesk orders,
      Gateway gateway,
      Handovers handovers,
      SampleBooks books) {
    this.books = books;
    this.handovers = handovers;
    this.broker = broker;
    this.store = store;
    this.orders = orders;
    this.gateway = gateway;
  }

  /**
   * Starts everything; kiosks can connect when this returns.
   *
   * @param directory the platform's own files
   * @param port of the broker on 127.0.0.1, 0 for any free one
   * @param pki what {@link LabAuthority} made
   */
  public static Platform start(
      Path directory, int port, Path pki, InstantSource clock, SecureRandom random)
      throws IOException, CryptoException {
    Files.createDirectories(directory);
    GatewayKeys keys = GatewayKeys.read(pki, clock, random);
    JournalStore store = JournalStore.open(directory);
    try {
      Handovers handovers = new Handovers(random, clock);
      SampleBooks books = new SampleBooks(store, keys, handovers);
      AnchorDesk anchors =
          AnchorDesk.open(directory.resolve("audit"), pki.resolve("ca.pem"), clock);
      OrderDesk orders = OrderDesk.open(directory.resolve("orders"), keys.orders(), clock, true);
      Passwords passwords = new Passwords(new PlatformFiles(pki).kiosks(), random);
      Broker broker = new Broker(directory.resolve("broker"), port, passwords, random);
      broker.start();
      Gateway gateway =
          Gateway.start(
              link(broker.port(), passwords),
              Coverage.shared(),
              keys,
              store,
              (outlet, again) -> {
                CollectingDesk attachments =
                    Attachments.open(directory, keys, outlet, again, clock);
                return new Desks(
                    attachments,
                    List.of(
                        attachments,
                        anchors,
                        orders.through(outlet),
                        new QuestionDesk(keys, books, outlet, clock)),
                    Grids.of(new PlatformFiles(pki).grids()));
              },
              Runtime.getRuntime().availableProcessors(),
              clock);
      return new Platform(broker, store, orders, gateway, handovers, books);
    } catch (IOException e) {
      store.close();
      throw e;
    }
  }

  /** The broker's port on 127.0.0.1. */
  public int port() {
    return broker.port();
  }

  /** Takes the broker away, as a network failure would; the receiver stays. */
  public void stopBroker() throws IOException {
    broker.stop();
  }

  /** Brings the broker back on the same port. */
  public void startBroker() throws IOException {
    broker.start();
  }

  /** Whether the gateway listens. */
  public boolean receiving() {
    return gateway.receiving();
  }

  /** The counts now. */
  public Statistics statistics() throws IOException {
    egov.kiosk.gateway.intake.Statistics own = gateway.statistics();
    Totals all = store.totals();
    return new Statistics(
        own.received(),
        all.transactions(),
        own.duplicates(),
        own.refused(),
        all.ratings(),
        own.documents());
  }

  /** Takes what a technician brought, as {@link Gateway#importFile} says. */
  public int importFile(Path file) throws ParcelRefusedException, IOException {
    return gateway.importFile(file);
  }

  /** What is known of a message. */
  public Optional<Accepted> find(TransactionId id) throws IOException {
    return store.find(id);
  }

  /** Answers {@code rescued ...}, as {@link RescuedDrafts} says. */
  String rescued(String command) throws IOException {
    return new RescuedDrafts(store).answer(command);
  }

  /** Answers {@code new-households ...}, as {@link NewHouseholds} says. */
  String newHouseholds(String command) throws IOException {
    return new NewHouseholds(store).answer(command);
  }

  /** Answers {@code trace ID} and {@code spans}, as {@link TraceConsole} says. */
  String trace(String command) {
    return new TraceConsole(gateway.traces()).answer(command);
  }

  /** What kind of thing the citizen showed, as {@link SampleBooks#shown} says. */
  Optional<String> shown(String acceptanceNumber) throws IOException {
    return books.shown(acceptanceNumber);
  }

  /** Where the envelope of an accepted message is. */
  public Path envelope(TransactionId id) {
    return Path.of(store.whereabouts(id));
  }

  /** Photos on their way from telephones to kiosks. */
  public Handovers handovers() {
    return handovers;
  }

  /** What kiosks are ordered to be and to do. */
  public OrderDesk orders() {
    return orders;
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    orders.close();
    try {
      broker.close();
    } finally {
      store.close();
    }
  }

  private static LinkOptions link(int port, Passwords passwords) {
    return LinkOptions.of(BrokerAddress.parse("tcp://127.0.0.1:" + port), Access.PLATFORM)
        .with(
            new Credentials(
                Access.PLATFORM, passwords.platform().getBytes(StandardCharsets.US_ASCII)))
        .pausing(NEAR);
  }
}

package egov.kiosk.gateway;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.attachment.CollectingDesk;
import egov.kiosk.gateway.attachment.EnclosureBook;
import egov.kiosk.gateway.audit.AnchorDesk;
import egov.kiosk.gateway.field.Grids;
import egov.kiosk.gateway.inquiry.Books;
import egov.kiosk.gateway.inquiry.LaboratoryBooks;
import egov.kiosk.gateway.inquiry.QuestionDesk;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.kafka.Relay;
import egov.kiosk.gateway.kafka.StreamSettings;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.line.Outlet;
import egov.kiosk.gateway.line.UpListener;
import egov.kiosk.gateway.orders.OrderDesk;
import egov.kiosk.gateway.postgres.Database;
import egov.kiosk.gateway.postgres.Outbox;
import egov.kiosk.gateway.postgres.PostgresStore;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.builtin.StandardLines;
import egov.kiosk.uplinkmqtt.link.BackOff;
import egov.kiosk.uplinkmqtt.link.BrokerAddress;
import egov.kiosk.uplinkmqtt.link.LinkOptions;
import egov.kiosk.uplinkmqtt.link.PasswordFile;
import egov.kiosk.uplinkmqtt.link.Securing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A gateway, its store and its relay, as a command line asks for them. */
final class Worker implements AutoCloseable {
  /** A gateway stands next to its broker; there are few of them and kiosks wait for answers. */
  private static final BackOff.Limits PAUSES =
      new BackOff.Limits(Duration.ofMillis(200), Duration.ofSeconds(5), 10, Duration.ofSeconds(10));

  private static final String POSTGRES = "postgresql:";

  private final AcceptedStore store;
  private final Optional<Relay> relay;
  private final Optional<OrderDesk> orders;
  private final Optional<AnchorDesk> anchors;
  private final Optional<EnclosureBook> enclosures;
  private final Gateway gateway;

  private Worker(
      AcceptedStore store,
      Optional<Relay> relay,
      Optional<OrderDesk> orders,
      Optional<AnchorDesk> anchors,
      Optional<EnclosureBook> enclosures,
      Gateway gateway) {
    this.store = store;
    this.relay = relay;
    this.orders = orders;
    this.anchors = anchors;
    this.enclosures = enclosures;
    this.gateway = gateway;
  }

  /** Starts everything; returns before the broker is reached. */
  static Worker start(Arguments arguments) throws IOException, CryptoException {
    Optional<Books> books = books(arguments);
    Clock clock = Clock.systemUTC();
    GatewayKeys keys = GatewayKeys.read(arguments.path("--pki"), clock, new SecureRandom());
    Coverage coverage = coverage(arguments);
    LinkOptions line = line(arguments);
    String where = arguments.one("--store");
    int hands = arguments.number("--threads", Runtime.getRuntime().availableProcessors(), 1, 256);
    AcceptedStore store = store(where);
    Optional<Relay> relay =
        arguments
            .maybe("--kafka")
            .map(servers -> relay(where, servers, arguments.maybe("--topic")));
    Optional<OrderDesk> orders = orders(arguments, keys, coverage, clock);
    Optional<Path> files = arguments.maybe("--attachments").map(Path::of);
    Optional<AnchorDesk> anchors = anchors(arguments, clock);
    Grids grids = arguments.maybe("--grids").map(Path::of).map(Grids::of).orElseGet(Grids::none);
    Gateway gateway =
        Gateway.start(
            line,
            coverage,
            keys,
            store,
            (outlet, again) -> {
              Desks desks = desks(files, orders, anchors, grids, keys, outlet, again, clock);
              return books
                  .map(found -> desks.with(new QuestionDesk(keys, found, outlet, clock)))
                  .orElse(desks);
            },
            hands,
            clock);
    return new Worker(store, relay, orders, anchors, files.map(Attachments::book), gateway);
  }

  private static Desks desks(
      Optional<Path> files,
      Optional<OrderDesk> orders,
      Optional<AnchorDesk> anchors,
      Grids grids,
      GatewayKeys keys,
      Outlet outlet,
      AttachmentDesk.Again again,
      Clock clock) {
    List<UpListener> listeners = new ArrayList<>();
    orders.ifPresent(desk -> listeners.add(desk.through(outlet)));
    anchors.ifPresent(listeners::add);
    if (files.isEmpty()) {
      return new Desks(AttachmentDesk.closed(), listeners, grids);
    }
    CollectingDesk collecting = Attachments.open(files.get(), keys, outlet, again, clock);
    listeners.add(collecting);
    return new Desks(collecting, listeners, grids);
  }

  /** Only a laboratory has books in a file; a province connects its own systems. */
  private static Optional<Books> books(Arguments arguments) {
    Optional<Path> file = arguments.maybe("--laboratory-books").map(Path::of);
    String mode = arguments.maybe("--mode").orElse("production");
    if (!mode.equals("production") && !mode.equals("laboratory")) {
      throw new IllegalArgumentException("--mode is production or laboratory");
    }
    if (file.isPresent() && mode.equals("production")) {
      throw new IllegalArgumentException(
          "--laboratory-books is for laboratories alone: it needs --mode laboratory");
    }
    return file.map(LaboratoryBooks::new);
  }

  private static Optional<AnchorDesk> anchors(Arguments arguments, Clock clock)
      throws IOException, CryptoException {
    Optional<String> where = arguments.maybe("--audit");
    if (where.isEmpty()) {
      return Optional.empty();
    }
    Path authorities = arguments.path("--pki").resolve("ca.pem");
    return Optional.of(
        where.get().startsWith(POSTGRES)
            ? AnchorDesk.open(new Database(where.get(), System::nanoTime), authorities, clock)
            : AnchorDesk.open(Path.of(where.get()), authorities, clock));
  }

  private static Optional<OrderDesk> orders(
      Arguments arguments, GatewayKeys keys, Coverage coverage, Clock clock) throws IOException {
    Optional<String> where = arguments.maybe("--orders");
    if (where.isEmpty()) {
      return Optional.empty();
    }
    boolean retained = coverage.kiosks().isEmpty();
    if (where.get().startsWith(POSTGRES)) {
      Database database = new Database(where.get(), System::nanoTime);
      return Optional.of(OrderDesk.open(database, keys.orders(), clock, retained));
    }
    return Optional.of(OrderDesk.open(Path.of(where.get()), keys.orders(), clock, retained));
  }

  Gateway gateway() {
    return gateway;
  }

  AcceptedStore store() {
    return store;
  }

  Optional<Relay> relay() {
    return relay;
  }

  Optional<OrderDesk> orders() {
    return orders;
  }

  Optional<EnclosureBook> enclosures() {
    return enclosures;
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    orders.ifPresent(OrderDesk::close);
    anchors.ifPresent(AnchorDesk::close);
    relay.ifPresent(Relay::close);
    store.close();
  }

  private static AcceptedStore store(String where) throws IOException {
    if (!where.startsWith(POSTGRES)) {
      return JournalStore.open(Path.of(where));
    }
    PostgresStore store = new PostgresStore(new Database(where, System::nanoTime));
    try {
      store.prepare();
    } catch (IOException e) {
      // A database that is away comes back; tables of a newer program do not get older.
      if (e.getCause() instanceof SQLException refused && "0A000".equals(refused.getSQLState())) {
        store.close();
        throw new IOException("the tables are a newer program's; nothing was touched", e);
      }
    }
    return store;
  }

  private static Relay relay(String where, String servers, Optional<String> topic) {
    if (!where.startsWith(POSTGRES)) {
      throw new IllegalArgumentException("--kafka needs a --store that begins with postgresql:");
    }
    return Relay.start(
        new Outbox(new Database(where, System::nanoTime)),
        new StreamSettings(servers, topic.orElse(StreamSettings.TOPIC)));
  }

  private static LinkOptions line(Arguments arguments) {
    String name = arguments.one("--worker");
    String user = arguments.maybe("--user").orElse(name);
    LinkOptions line =
        LinkOptions.of(BrokerAddress.parse(arguments.one("--broker")), name).pausing(PAUSES);
    Optional<String> password = arguments.maybe("--password-file");
    if (password.isPresent()) {
      line = line.with(new PasswordFile(user, Path.of(password.get())));
    }
    return line.securing(
        new Securing(StandardLines.of(InstantSource.system()), lineSettings(arguments)));
  }

  private static LineSettings lineSettings(Arguments arguments) {
    return new LineSettings(
        arguments.maybe("--security").orElse(LineSettings.NATIONAL),
        arguments.maybe("--trust").map(Path::of),
        arguments.maybe("--certificate").map(Path::of),
        arguments.maybe("--key").map(Path::of),
        arguments.maybe("--revoked").map(Path::of));
  }

  private static Coverage coverage(Arguments arguments) throws IOException {
    Optional<String> partition = arguments.maybe("--partition");
    if (partition.isEmpty()) {
      return Coverage.shared();
    }
    if (!partition.get().matches("[1-9][0-9]{0,4}/[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException("--partition is written i/n, with i from 1 to n");
    }
    String[] parts = partition.get().split("/", 2);
    List<String> fleet =
        Files.readString(arguments.path("--kiosks"), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    return Coverage.part(fleet, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}

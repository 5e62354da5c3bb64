package egov.kiosk.gateway.orders;

import egov.kiosk.contract.Topics;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.line.Outlet;
import egov.kiosk.gateway.line.UpListener;
import egov.kiosk.gateway.postgres.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders what kiosks are to be and to do: signs, keeps, and sends again on the thread {@code
 * gateway-orders} until the broker has what is desired or told, or the kiosk answered the command.
 * What is desired is also sent to a kiosk that asks for it.
 */
public final class OrderDesk implements UpListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(3);

  /** As long as kiosks keep what they took in. */
  private static final Duration NOTICE_LIFE = Duration.ofDays(30);

  private final OrderStore store;
  private final OrderSigner signer;
  private final InstantSource clock;
  private final boolean retained;
  private final AtomicLong revisions = new AtomicLong();
  private final HelpDesk help;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "gateway-orders");
            made.setDaemon(true);
            return made;
          });

  private volatile Outlet outlet =
      (topic, payload, keep) -> CompletableFuture.completedFuture(false);

  OrderDesk(OrderStore store, OrderSigner signer, InstantSource clock, boolean retained) {
    this.store = store;
    this.clock = clock;
    this.retained = retained;
    this.signer = signer;
    help = new HelpDesk(this, clock);
  }

  /**
   * Opens a desk that keeps its books as files, for a platform of one worker.
   *
   * @param directory where orders and answers are kept
   * @param signer signs with the platform's key
   * @param retained whether the broker keeps what is desired (profile A)
   */
  public static OrderDesk open(
      Path directory, OrderSigner signer, InstantSource clock, boolean retained)
      throws IOException {
    OrderDesk desk = new OrderDesk(new FileOrderStore(directory), signer, clock, retained);
    desk.start();
    return desk;
  }

  /**
   * Opens a desk that keeps its books in a database, for any number of workers.
   *
   * @param database used by this desk alone, and closed with it
   * @param signer signs with the platform's key
   * @param retained whether the broker keeps what is desired (profile A)
   */
  public static OrderDesk open(
      Database database, OrderSigner signer, InstantSource clock, boolean retained) {
    OrderDesk desk = new OrderDesk(new PostgresOrderStore(database), signer, clock, retained);
    desk.start();
    return desk;
  }

  /** From now on orders go this way; until then they wait. */
  public OrderDesk through(Outlet way) {
    outlet = way;
    return this;
  }

  void start() {
    thread.scheduleWithFixedDelay(
        this::sendAgain, AGAIN.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Orders how a kiosk is to be configured.
   *
   * @param settings text by key, by component pid; the kiosk decides what it takes
   * @return the version
   */
  public long configure(String kioskId, Map<String, Map<String, String>> settings)
      throws IOException, CryptoException {
    long version = next(kioskId, DownChannel.CONFIGURATION);
    desire(
        DownChannel.CONFIGURATION,
        version,
        new Order.Configuration(kioskId, now(), version, settings));
    return version;
  }

  /**
   * Orders which service items a kiosk is to offer.
   *
   * @param items each the text of an item file, in the order they are shown
   * @return the version
   */
  public long offer(String kioskId, List<String> items) throws IOException, CryptoException {
    long version = next(kioskId, DownChannel.CATALOGUE);
    desire(DownChannel.CATALOGUE, version, new Order.Catalogue(kioskId, now(), version, items));
    return version;
  }

  /**
   * Orders something to be done once.
   *
   * @param life how long the kiosk may begin it
   * @return the command's id
   */
  public String command(String kioskId, String name, Map<String, String> arguments, Duration life)
      throws IOException, CryptoException {
    String id = UUID.randomUUID().toString();
    Instant until = now().plus(life);
    Order.Command command = new Order.Command(kioskId, now(), id, name, arguments, until);
    SentOrder order = new SentOrder(kioskId, DownChannel.COMMAND, id, until, signer.sign(command));
    store.put(order);
    send(order, false);
    return id;
  }

  /**
   * Tells the kiosk that took an application in how far it is. Kept and sent again until the broker
   * has it; a kiosk takes the latest and refuses what came before.
   *
   * @param since since when it is so
   * @return the revision, above every earlier one of this desk
   */
  public long progress(
      String kioskId, TransactionId transactionId, ProgressStage stage, Instant since)
      throws IOException, CryptoException {
    long revision = revisions.updateAndGet(last -> Math.max(last + 1, clock.millis()));
    Order.Progress order =
        new Order.Progress(checked(kioskId), now(), revision, transactionId, stage, since);
    String id = transactionId.value() + "-" + revision;
    SentOrder sent =
        new SentOrder(
            kioskId, DownChannel.PROGRESS, id, now().plus(NOTICE_LIFE), signer.sign(order));
    store.put(sent);
    send(sent, false);
    return revision;
  }

  /** What a kiosk answered, oldest first, each a line of JSON. */
  public List<String> answers(String kioskId) throws IOException {
    return store.answers(checked(kioskId));
  }

  /** Who hears and answers citizens who call for help. */
  public HelpDesk help() {
    return help;
  }

  @Override
  public Set<UpChannel> channels() {
    return Set.of(UpChannel.EVENT, UpChannel.COMMAND_RESULT, UpChannel.ALARM);
  }

  @Override
  public void received(UpChannel channel, String kioskId, byte[] payload) throws IOException {
    if (channel == UpChannel.ALARM) {
      help.received(kioskId, payload);
      return;
    }
    Map<String, String> said;
    try {
      said = FlatJson.read(payload);
    } catch (IOException e) {
      LOG.warn("kiosk {} said something on {} that is no answer", kioskId, channel);
      return;
    }
    String kind = said.getOrDefault("kind", "");
    if (channel == UpChannel.EVENT && kind.equals("desired-request")) {
      for (DownChannel wanted : List.of(DownChannel.CONFIGURATION, DownChannel.CATALOGUE)) {
        Optional<SentOrder> desired = store.desired(kioskId, wanted);
        desired.ifPresent(order -> send(order, false));
      }
    } else if (channel == UpChannel.EVENT && kind.equals("order")) {
      store.answered(kioskId, FlatJson.write(said));
    } else if (channel == UpChannel.COMMAND_RESULT && kind.equals("command-result")) {
      String id = said.getOrDefault("id", "");
      String json = FlatJson.write(said);
      if (!store.answers(kioskId).contains(json)) {
        store.answered(kioskId, json);
      }
      store.settle(kioskId, DownChannel.COMMAND, id);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("gateway-orders does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }

  /** Rises also when the books were lost: no kiosk takes a version it has seen. */
  private synchronized long next(String kioskId, DownChannel channel) throws IOException {
    long last =
        store
            .desired(checked(kioskId), channel)
            .map(order -> Long.parseLong(order.id()))
            .orElse(0L);
    return Math.max(last + 1, clock.instant().getEpochSecond());
  }

  private static String checked(String kioskId) {
    if (!Topics.isKioskId(kioskId)) {
      throw new IllegalArgumentException("no kiosk can be called that");
    }
    return kioskId;
  }

  private void desire(DownChannel channel, long version, Order order)
      throws IOException, CryptoException {
    SentOrder sent =
        new SentOrder(
            order.kioskId(), channel, Long.toString(version), Instant.MAX, signer.sign(order));
    store.put(sent);
    send(sent, retained);
  }

  private void sendAgain() {
    try {
      for (SentOrder order : store.outstanding(clock.instant())) {
        send(order, retained && order.desired());
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("Orders that are outstanding cannot be sent: {}", e.getMessage());
    }
  }

  private void send(SentOrder order, boolean keep) {
    outlet
        .send(Topics.of(order.channel(), order.kioskId()), order.signed(), keep)
        .thenAccept(
            taken -> {
              if (taken && order.settledByBroker()) {
                thread.execute(() -> settle(order));
              }
            });
  }

  private void settle(SentOrder order) {
    try {
      store.settle(order.kioskId(), order.channel(), order.id());
    } catch (IOException e) {
      LOG.warn("An order that was taken is sent once more: {}", e.getMessage());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

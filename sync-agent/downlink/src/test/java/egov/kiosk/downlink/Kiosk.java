package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.downlink.progress.ProgressBook;
import egov.kiosk.downlink.store.AuditFile;
import egov.kiosk.downlink.store.Disk;
import egov.kiosk.launcher.port.RemoteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A kiosk of fakes under virtual time, and the platform's hand. */
final class Kiosk implements Surroundings, OrderVerifier, FleetLine {
  static final String ID = "fz-gl-000001";
  private static final Schemas SCHEMAS = new Schemas();
  private static final Timing TIMING = Timing.USUAL;

  AuditLog audit = AuditLog.NONE;
  Optional<ProgressBook> progress = Optional.empty();
  final Path directory;
  final FakeSettings settings = new FakeSettings();
  final FakeCatalogue catalogue = new FakeCatalogue();
  final Map<String, CommandHandler> handlers = new HashMap<>();
  final Map<String, Order> orders = new HashMap<>();
  final List<String> told = new ArrayList<>();
  final List<String> done = new ArrayList<>();
  boolean online = true;
  boolean answersLost;
  int maxBytes = 64 * 1024;
  Instant now = Instant.parse("2026-11-22T01:00:00Z");
  long nanos;
  Disk disk = new Disk();
  DownlinkDesk desk;
  Consumer<byte[]> onVerify = message -> {};

  Kiosk(Path directory) {
    this.directory = directory;
    command("do", () -> CommandResult.done("did it"));
    restart();
  }

  /** Another handler. */
  void command(String name, Supplier<CommandResult> work) {
    handlers.put(
        name,
        new CommandHandler() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public CommandResult run(Map<String, String> arguments) {
            done.add(name);
            return work.get();
          }

          @Override
          public boolean answered() {
            done.add("after " + name);
            return true;
          }
        });
  }

  /** The process ends and starts again; what is on the disk stays. */
  void restart() {
    try {
      desk =
          DownlinkDesk.open(
              this,
              new DownlinkDesk.Files(
                  directory.resolve("downlink"),
                  new AuditFile(directory.resolve("audit/commands.log")),
                  disk),
              TIMING,
              () -> now,
              () -> nanos,
              () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pass(Duration time) {
    long seconds = time.toSeconds();
    for (long i = 0; i < seconds; i++) {
      nanos += 1_000_000_000L;
      now = now.plusSeconds(1);
      desk.beat();
    }
  }

  void configure(long version, String site) {
    send(
        DownChannel.CONFIGURATION,
        new Order.Configuration(ID, now, version, Map.of("flow", Map.of("site", site))));
  }

  void offer(long version, String... items) {
    send(DownChannel.CATALOGUE, new Order.Catalogue(ID, now, version, List.of(items)));
  }

  void command(String id, String name, Duration life) {
    command(id, name, now, life);
  }

  void command(String id, String name, Instant issued, Duration life) {
    send(DownChannel.COMMAND, new Order.Command(ID, issued, id, name, Map.of(), issued.plus(life)));
  }

  void send(DownChannel channel, Order order) {
    String text = "signed " + order;
    orders.put(text, order);
    desk.take(channel, text.getBytes(StandardCharsets.UTF_8));
    desk.beat();
  }

  /** How many of the answers hold all of these. */
  long heard(String... parts) {
    return told.stream().filter(one -> List.of(parts).stream().allMatch(one::contains)).count();
  }

  @Override
  public Order verify(byte[] message) throws ReceiptRefusedException {
    onVerify.accept(message);
    Order order = orders.get(new String(message, StandardCharsets.UTF_8));
    if (order == null) {
      throw new ReceiptRefusedException(
          ReceiptRefusedException.Reason.BAD_SIGNATURE, "not signed by the platform");
    }
    if (!order.kioskId().equals(ID)) {
      throw new ReceiptRefusedException(
          ReceiptRefusedException.Reason.OTHER_KIOSK, "for another kiosk");
    }
    return order;
  }

  @Override
  public CompletionStage<Boolean> send(UpChannel channel, byte[] payload) {
    if (online) {
      assertEquals(
          List.of(),
          SCHEMAS.errors(channel == UpChannel.EVENT ? "event" : "command-result", payload));
      told.add(channel + " " + new String(payload, StandardCharsets.US_ASCII));
    }
    return CompletableFuture.completedFuture(online && !answersLost);
  }

  @Override
  public int maxBytes() {
    return maxBytes;
  }

  @Override
  public String kioskId() {
    return ID;
  }

  @Override
  public OrderVerifier verifier() {
    return this;
  }

  @Override
  public Optional<FleetLine> line() {
    return Optional.of(this);
  }

  @Override
  public Optional<RemoteSettings> settings() {
    return Optional.of(settings);
  }

  @Override
  public Optional<ProgressBook> progress() {
    return progress;
  }

  @Override
  public AuditLog audit() {
    return audit;
  }

  @Override
  public Optional<CatalogueStore> catalogue() {
    return Optional.of(catalogue);
  }

  @Override
  public Optional<CommandHandler> handler(String name) {
    return Optional.ofNullable(handlers.get(name));
  }
}

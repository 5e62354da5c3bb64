package egov.kiosk.platform.orders;

import static org.awaitility.Awaitility.await;

import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.catalogue.ServedCatalogue;
import egov.kiosk.contract.CanonicalFleetCodec;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.envelope.Sm2OrderVerifier;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.downlink.Downlink;
import egov.kiosk.downlink.DownlinkDesk;
import egov.kiosk.downlink.Surroundings;
import egov.kiosk.downlink.Timing;
import egov.kiosk.downlink.command.CollectLogs;
import egov.kiosk.downlink.store.AuditFile;
import egov.kiosk.downlink.store.Disk;
import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.platform.Lab;
import egov.kiosk.uplinkmqtt.MqttUplink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A kiosk's downlink on a real line: only the launcher is the test's own. */
final class OrderedKiosk implements Surroundings, UplinkListener, AutoCloseable {
  private static final Timing QUICK =
      new Timing(
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofMillis(200),
          Duration.ofSeconds(5));

  final AtomicInteger done = new AtomicInteger();
  final TrialSettings settings;
  final ServedCatalogue catalogue;
  private final Downlink downlink = new Downlink();
  private final MqttUplink uplink;
  private final OrderVerifier verifier;
  private final Path directory;

  OrderedKiosk(Lab lab, int port, Path directory) throws Exception {
    this.directory = directory;
    uplink = new MqttUplink(Lab.A, lab.settings(Lab.A, port));
    settings = new TrialSettings(lab, port, uplink);
    Path items = Files.createDirectories(directory.resolve("items"));
    catalogue = ServedCatalogue.open(items, Optional.of(directory.resolve("catalogue")));
    verifier =
        new Sm2OrderVerifier(
            Lab.A,
            TrustStore.of(PemFiles.readCertificates(lab.pki().resolve("ca.pem"))),
            "platform-sign",
            new CanonicalFleetCodec(),
            Clock.systemUTC());
    Files.createDirectories(directory.resolve("log"));
    Files.writeString(
        directory.resolve("log/kiosk.log"), "card 11010519491231002X read\n".repeat(100));
    downlink.start(
        DownlinkDesk.open(
            this,
            new DownlinkDesk.Files(
                directory.resolve("downlink"),
                new AuditFile(directory.resolve("audit.log")),
                new Disk()),
            QUICK,
            Clock.systemUTC(),
            System::nanoTime,
            downlink::nudge));
    uplink.add(downlink);
    uplink.start(this);
    await().atMost(Duration.ofSeconds(20)).until(() -> uplink.trouble().isEmpty());
  }

  @Override
  public void connected() {}

  @Override
  public void disconnected(String reason) {}

  @Override
  public void receipt(byte[] message) {}

  @Override
  public String kioskId() {
    return Lab.A;
  }

  @Override
  public OrderVerifier verifier() {
    return verifier;
  }

  @Override
  public Optional<FleetLine> line() {
    return Optional.of(uplink);
  }

  @Override
  public Optional<RemoteSettings> settings() {
    return Optional.of(settings);
  }

  @Override
  public Optional<CatalogueStore> catalogue() {
    return Optional.of(catalogue);
  }

  @Override
  public Optional<CommandHandler> handler(String name) {
    CommandHandler count =
        new CommandHandler() {
          @Override
          public String name() {
            return "count";
          }

          @Override
          public CommandResult run(Map<String, String> arguments) {
            return CommandResult.done("done " + done.incrementAndGet() + " " + arguments);
          }
        };
    return List.of(count, new CollectLogs(directory.resolve("log"))).stream()
        .filter(handler -> handler.name().equals(name))
        .findFirst();
  }

  @Override
  public void close() {
    uplink.stop(Duration.ofSeconds(4));
    downlink.close();
  }
}

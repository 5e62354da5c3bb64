package egov.kiosk.downlink.component;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.fleet.CatalogueStore;
import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.OrderVerifier;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.downlink.Surroundings;
import egov.kiosk.downlink.command.CollectLogs;
import egov.kiosk.downlink.command.LockCommand;
import egov.kiosk.downlink.command.RefreshCatalogue;
import egov.kiosk.downlink.command.RestartCommand;
import egov.kiosk.downlink.progress.ProgressBook;
import egov.kiosk.launcher.port.RemoteSettings;
import egov.kiosk.launcher.port.Restart;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The services of the moment, and the commands this room carries out itself. */
final class ServiceSurroundings implements Surroundings {
  final AtomicReference<FleetLine> line = new AtomicReference<>();
  final AtomicReference<RemoteSettings> settings = new AtomicReference<>();
  final AtomicReference<Restart> restart = new AtomicReference<>();
  final AtomicReference<CatalogueStore> catalogue = new AtomicReference<>();
  final AtomicReference<ServiceLock> service = new AtomicReference<>();
  final AtomicReference<ProgressComponent> progress = new AtomicReference<>();
  final AtomicReference<AuditLog> audit = new AtomicReference<>(AuditLog.NONE);
  final List<CommandHandler> handlers = new CopyOnWriteArrayList<>();
  private final String kioskId;
  private final OrderVerifier verifier;
  private final List<CommandHandler> own;

  ServiceSurroundings(String kioskId, OrderVerifier verifier, Path logs) {
    this.kioskId = kioskId;
    this.verifier = verifier;
    own =
        List.of(
            new RestartCommand(
                () -> Optional.ofNullable(restart.get()), this::service, System::nanoTime),
            new LockCommand(true, this::service),
            new LockCommand(false, this::service),
            new RefreshCatalogue(this::catalogue, this::line),
            new CollectLogs(logs));
  }

  private Optional<ServiceLock> service() {
    return Optional.ofNullable(service.get());
  }

  @Override
  public String kioskId() {
    return kioskId;
  }

  @Override
  public OrderVerifier verifier() {
    return verifier;
  }

  @Override
  public Optional<FleetLine> line() {
    return Optional.ofNullable(line.get());
  }

  @Override
  public Optional<RemoteSettings> settings() {
    return Optional.ofNullable(settings.get());
  }

  @Override
  public Optional<CatalogueStore> catalogue() {
    return Optional.ofNullable(catalogue.get());
  }

  @Override
  public Optional<ProgressBook> progress() {
    return Optional.ofNullable(progress.get()).map(ProgressComponent::book);
  }

  @Override
  public AuditLog audit() {
    return audit.get();
  }

  @Override
  public Optional<CommandHandler> handler(String name) {
    return Stream.concat(own.stream(), handlers.stream())
        .filter(handler -> handler.name().equals(name))
        .findFirst();
  }
}

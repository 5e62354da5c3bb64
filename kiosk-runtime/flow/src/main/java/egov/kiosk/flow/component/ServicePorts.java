package egov.kiosk.flow.component;

import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.flow.Ports;
import egov.kiosk.flow.ServiceDoor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The services of the moment, seen as the desk's ports. */
final class ServicePorts implements Ports {
  final AtomicReference<FaceVerifier> faceVerifier = new AtomicReference<>();
  final AtomicReference<IdCardReader> reader = new AtomicReference<>();
  final AtomicReference<Printer> printer = new AtomicReference<>();
  final AtomicReference<PrintDesk> prints = new AtomicReference<>();
  final AtomicReference<Camera> camera = new AtomicReference<>();
  final AtomicReference<SlipKeeper> slips = new AtomicReference<>();
  final AtomicReference<StaffDoor> staff = new AtomicReference<>();
  final AtomicReference<Connectivity> connectivity = new AtomicReference<>();
  final AtomicReference<AuditLog> audit = new AtomicReference<>(AuditLog.NONE);
  private final EnvelopeSealer sealer;
  private final Sm3Digest digest;
  private final Outbox outbox;
  private final Catalogue catalogue;
  private final ServiceDoor door;

  ServicePorts(
      EnvelopeSealer sealer,
      Sm3Digest digest,
      Outbox outbox,
      Catalogue catalogue,
      ServiceDoor door) {
    this.door = door;
    this.digest = digest;
    this.sealer = sealer;
    this.outbox = outbox;
    this.catalogue = catalogue;
  }

  @Override
  public EnvelopeSealer sealer() {
    return sealer;
  }

  @Override
  public Sm3Digest digest() {
    return digest;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Optional<FaceVerifier> faceVerifier() {
    return Optional.ofNullable(faceVerifier.get());
  }

  @Override
  public Optional<IdCardReader> reader() {
    return Optional.ofNullable(reader.get());
  }

  @Override
  public Optional<Printer> printer() {
    return Optional.ofNullable(printer.get());
  }

  @Override
  public Optional<PrintDesk> prints() {
    return Optional.ofNullable(prints.get());
  }

  @Override
  public Optional<Camera> camera() {
    return Optional.ofNullable(camera.get());
  }

  @Override
  public Optional<SlipKeeper> slips() {
    return Optional.ofNullable(slips.get());
  }

  @Override
  public Optional<StaffDoor> staff() {
    return Optional.ofNullable(staff.get());
  }

  @Override
  public AuditLog audit() {
    return audit.get();
  }

  @Override
  public boolean online() {
    Connectivity known = connectivity.get();
    return known != null && known.online();
  }

  @Override
  public boolean locked() {
    return door.locked();
  }
}

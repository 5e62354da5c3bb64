package egov.kiosk.flow.component;

import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.Closure;
import egov.kiosk.domain.help.HelpLine;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.Standings;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.trace.Spans;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.flow.cabinet.ServiceDoor;
import egov.kiosk.flow.surroundings.Ports;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The services of the moment, seen as the desk's ports. */
final class ServicePorts implements Ports {
  private final EnvelopeSealer sealer;
  private final Sm3Digest digest;
  private final Outbox outbox;
  private final Catalogue catalogue;
  private final Neighbours neighbours;
  private final ServiceDoor door;
  private final BooleanSupplier otherCredentials;
  private volatile boolean drained;

  ServicePorts(
      EnvelopeSealer sealer,
      Sm3Digest digest,
      Outbox outbox,
      Catalogue catalogue,
      Neighbours neighbours,
      ServiceDoor door,
      BooleanSupplier otherCredentials) {
    this.otherCredentials = otherCredentials;
    this.door = door;
    this.digest = digest;
    this.sealer = sealer;
    this.outbox = outbox;
    this.catalogue = catalogue;
    this.neighbours = neighbours;
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
    return Optional.ofNullable(neighbours.faceVerifier);
  }

  @Override
  public Optional<IdCardReader> reader() {
    return Optional.ofNullable(neighbours.reader);
  }

  @Override
  public Optional<SocialCardReader> socialCardReader() {
    return Optional.ofNullable(neighbours.socialCardReader);
  }

  @Override
  public Optional<Printer> printer() {
    return Optional.ofNullable(neighbours.printer);
  }

  @Override
  public Optional<PrintDesk> prints() {
    return Optional.ofNullable(neighbours.prints);
  }

  @Override
  public Optional<Camera> camera() {
    return Optional.ofNullable(neighbours.camera);
  }

  @Override
  public Optional<DocumentCamera> documentCamera() {
    return Optional.ofNullable(neighbours.documentCamera);
  }

  @Override
  public Optional<PagePrinter> pagePrinter() {
    return Optional.ofNullable(neighbours.pagePrinter);
  }

  @Override
  public Optional<Attachments> attachments() {
    return Optional.ofNullable(neighbours.attachments);
  }

  @Override
  public Optional<SlipKeeper> slips() {
    return Optional.ofNullable(neighbours.slips);
  }

  @Override
  public Optional<Inquiries> inquiries() {
    return Optional.ofNullable(neighbours.inquiries);
  }

  @Override
  public Optional<Standings> standings() {
    return Optional.ofNullable(neighbours.standings);
  }

  @Override
  public Optional<CodeScanner> codeScanner() {
    return Optional.ofNullable(neighbours.codeScanner);
  }

  @Override
  public Optional<StaffDoor> staff() {
    return Optional.ofNullable(neighbours.staff);
  }

  @Override
  public Optional<HelpLine> helpLine() {
    return Optional.ofNullable(neighbours.helpLine);
  }

  @Override
  public AuditLog audit() {
    AuditLog known = neighbours.audit;
    return known == null ? AuditLog.NONE : known;
  }

  @Override
  public boolean otherCredentials() {
    return otherCredentials.getAsBoolean();
  }

  @Override
  public Spans spans() {
    Spans known = neighbours.spans;
    return known == null ? Spans.NONE : known;
  }

  @Override
  public boolean online() {
    Connectivity known = neighbours.connectivity;
    return known != null && known.online();
  }

  @Override
  public Set<Closure> closures() {
    Cabinet cabinet = neighbours.cabinet;
    if (cabinet == null) {
      return door.closures();
    }
    Optional<Boolean> battery = cabinet.onBattery();
    boolean low = cabinet.batteryLow().orElse(false);
    // With the mains it is being charged; without, a contact that chatters charges nothing.
    drained = battery.orElse(true) && (low || drained && battery.orElse(false));
    if (!drained) {
      return door.closures();
    }
    // Nobody is begun with who could not finish.
    Set<Closure> closures = EnumSet.of(Closure.POWER);
    closures.addAll(door.closures());
    return closures;
  }
}

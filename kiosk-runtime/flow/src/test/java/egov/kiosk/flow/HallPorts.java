package egov.kiosk.flow;

import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.citizen.FaceVerifier;
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
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.trace.SpanBook;
import egov.kiosk.domain.trace.Spans;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.surroundings.Ports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rooms and devices around the desk, as fakes. */
abstract class HallPorts implements Ports {
  static final String PIN = "482913";
  public final FakeReader reader = new FakeReader();
  final FakeFaces faces = new FakeFaces();
  final FakePrinter printer = new FakePrinter();
  final FakeQueue queue = new FakeQueue();
  final FakeDoor staff = new FakeDoor("S-7", PIN);
  final ToldAudit records = new ToldAudit();
  boolean online = true;
  boolean otherCredentials = true;
  boolean locked;
  volatile boolean auditFull;
  boolean withReader = true;
  boolean withCamera = true;
  boolean withPrinter = true;
  Optional<PrintDesk> prints = Optional.empty();
  Optional<SlipKeeper> slips = Optional.empty();
  final List<ServiceItem> items =
      new ArrayList<>(
          List.of(
              Samples.PENSION, Samples.SENIOR, Samples.CERTIFICATE, Samples.WORDS, Samples.GUIDE));
  final PaperFakes papers = new PaperFakes();
  boolean withDocuments = true;
  boolean withAttachments = true;
  Optional<PagePrinter> pages = Optional.empty();
  Optional<Inquiries> books = Optional.empty();
  Optional<Standings> standings = Optional.empty();
  Optional<CodeScanner> scanner = Optional.empty();
  final FakeHelpLine helpLine = new FakeHelpLine();
  Optional<SocialCardReader> slot = Optional.empty();
  SpanBook spans = new SpanBook(Instant::now, System::nanoTime);

  @Override
  public EnvelopeSealer sealer() {
    return queue;
  }

  @Override
  public Sm3Digest digest() {
    return Samples.DIGEST;
  }

  @Override
  public boolean otherCredentials() {
    return otherCredentials;
  }

  @Override
  public Spans spans() {
    return spans;
  }

  @Override
  public Optional<HelpLine> helpLine() {
    return Optional.of(helpLine);
  }

  @Override
  public AuditLog audit() {
    return auditFull ? new FullAuditLog() : records;
  }

  @Override
  public Outbox outbox() {
    return queue;
  }

  @Override
  public Catalogue catalogue() {
    return () -> List.copyOf(items);
  }

  @Override
  public Optional<FaceVerifier> faceVerifier() {
    return Optional.of(faces);
  }

  @Override
  public Optional<IdCardReader> reader() {
    return withReader ? Optional.of(reader) : Optional.empty();
  }

  @Override
  public Optional<SocialCardReader> socialCardReader() {
    return slot;
  }

  @Override
  public Optional<Printer> printer() {
    return withPrinter ? Optional.of(printer) : Optional.empty();
  }

  @Override
  public Optional<StaffDoor> staff() {
    return Optional.of(staff);
  }

  @Override
  public Optional<SlipKeeper> slips() {
    return slips;
  }

  @Override
  public Optional<PrintDesk> prints() {
    return prints;
  }

  @Override
  public Optional<Camera> camera() {
    return withCamera ? Optional.of(faces) : Optional.empty();
  }

  @Override
  public boolean online() {
    return online;
  }

  @Override
  public Set<Closure> closures() {
    return locked ? Set.of(Closure.PLATFORM) : Set.of();
  }

  @Override
  public Optional<DocumentCamera> documentCamera() {
    return withDocuments ? Optional.of(papers) : Optional.empty();
  }

  @Override
  public Optional<Attachments> attachments() {
    return withAttachments ? Optional.of(papers.stored) : Optional.empty();
  }

  @Override
  public Optional<Inquiries> inquiries() {
    return books;
  }

  @Override
  public Optional<Standings> standings() {
    return standings;
  }

  @Override
  public Optional<CodeScanner> codeScanner() {
    return scanner;
  }

  @Override
  public Optional<PagePrinter> pagePrinter() {
    return pages;
  }
}

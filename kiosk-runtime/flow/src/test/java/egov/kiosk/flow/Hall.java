package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.transaction.Catalogue;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.number.LocalNumbers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kiosk of fakes under virtual time, and a citizen who walks through it. */
final class Hall implements Ports, DeskListener {
  static final String PIN = "482913";
  final FakeReader reader = new FakeReader();
  final FakeFaces faces = new FakeFaces();
  final FakePrinter printer = new FakePrinter();
  final FakeQueue queue = new FakeQueue();
  final FakeDoor staff = new FakeDoor("S-7", PIN);
  final HandWorker hands = new HandWorker();
  final ToldAudit records = new ToldAudit();
  final List<ServiceItem> items =
      new ArrayList<>(
          List.of(
              Samples.PENSION, Samples.SENIOR, Samples.CERTIFICATE, Samples.WORDS, Samples.GUIDE));
  final List<Optional<SessionView>> told = new ArrayList<>();
  final List<KioskView> machine = new ArrayList<>();
  final CitizenSessions desk;
  boolean online = true;
  boolean locked;
  volatile boolean auditFull;
  boolean withReader = true;
  boolean withCamera = true;
  boolean withPrinter = true;
  Optional<PrintDesk> prints = Optional.empty();
  Optional<SlipKeeper> slips = Optional.empty();
  Duration elapsed = Duration.ZERO;
  Instant now = Instant.parse("2026-11-21T07:04:00Z");
  String id;

  Hall(Path stateDirectory) {
    this(stateDirectory, null);
  }

  Hall(Path stateDirectory, Worker worker) {
    desk =
        new CitizenSessions(
            this,
            settings(),
            new LocalNumbers(stateDirectory, () -> now),
            () -> now,
            () -> elapsed,
            worker == null ? hands : worker,
            Runnable::run);
    desk.listen(this);
  }

  static Settings settings() {
    return Samples.settings();
  }

  SessionView begin(ServiceItem item) throws DeskException {
    SessionView view = desk.begin(item.code());
    id = view.id();
    return view;
  }

  /** Does something and lets all device work happen; the page afterwards, null when ended. */
  Page act(Action action) throws DeskException {
    desk.act(id, action);
    work();
    return page();
  }

  /** Lets device work happen, unless it would wait for the citizen to press. */
  void work() {
    boolean waits =
        desk.current()
            .map(SessionView::camera)
            .map(camera -> camera.state() == SessionView.CameraState.READY)
            .orElse(false);
    if (!waits) {
      hands.workAll();
    }
  }

  Page page() {
    return desk.current().map(SessionView::page).orElse(null);
  }

  SessionView view() {
    return desk.current().orElseThrow();
  }

  void wait(int seconds) {
    for (int i = 0; i < seconds; i++) {
      elapsed = elapsed.plusSeconds(1);
      desk.beat();
      work();
    }
  }

  /** To the page in question on the pension item, on the shortest way. */
  void walkTo(SessionState state) throws DeskException {
    switch (state) {
      case GUIDE -> begin(Samples.GUIDE);
      case CONSENT -> begin(Samples.PENSION);
      case CONSENT_REFUSED -> {
        walkTo(SessionState.CONSENT);
        act(new Action.Consent(false, "data-1"));
      }
      case PLACE_CARD -> {
        walkTo(SessionState.CONSENT);
        act(new Action.Consent(true, "data-1"));
      }
      case CARD_PROBLEM -> {
        walkTo(SessionState.CONSENT);
        reader.fault = egov.kiosk.domain.device.FaultCode.CARD_UNREADABLE;
        act(new Action.Consent(true, "data-1"));
        reader.fault = null;
      }
      case GUARDIAN -> {
        walkTo(SessionState.CONSENT);
        reader.card = Samples.child();
        act(new Action.Consent(true, "data-1"));
      }
      case FACE_CONSENT -> {
        walkTo(SessionState.CONSENT);
        reader.card = Samples.card();
        act(new Action.Consent(true, "data-1"));
      }
      case CAMERA, LOOKING -> {
        walkTo(SessionState.FACE_CONSENT);
        desk.act(id, new Action.FaceConsent(true, "face-1"));
        if (state == SessionState.LOOKING) {
          desk.act(id, new Action.FaceStart());
        }
      }
      case FACE_PROBLEM -> {
        faces.score = 0.1;
        walkTo(SessionState.LOOKING);
        work();
        faces.score = 0.71;
      }
      case ALTERNATIVE -> {
        walkTo(SessionState.FACE_CONSENT);
        act(new Action.FaceConsent(false, "face-1"));
      }
      case STAFF_PROBLEM -> {
        walkTo(SessionState.ALTERNATIVE);
        act(new Action.StaffCheck("S-7", "000000"));
      }
      case FORM -> {
        walkTo(SessionState.LOOKING);
        work();
      }
      case CONFIRM -> {
        walkTo(SessionState.FORM);
        answerAll();
      }
      case SUBMIT_PROBLEM -> {
        queue.refuse = egov.kiosk.domain.outbox.OutboxException.Reason.FULL;
        walkTo(SessionState.CONFIRM);
        act(new Action.Submit());
        queue.refuse = null;
      }
      case ACCEPTED -> {
        walkTo(SessionState.CONFIRM);
        act(new Action.Submit());
      }
      case RATING -> {
        walkTo(SessionState.ACCEPTED);
        act(new Action.Continue());
      }
      case TAKE_CARD -> {
        walkTo(SessionState.RATING);
        act(new Action.Rate(0));
      }
      default -> throw new AssertionError(state + " is no page to walk to");
    }
    assertEquals(state.page(), page(), "walk to " + state);
  }

  void answerAll() throws DeskException {
    act(new Action.Form(Map.of("phone", Samples.PHONE, "living", "ALONE"), false));
  }

  PlatformReceipt receipt(String transactionId) {
    return Samples.receipt(transactionId, now);
  }

  @Override
  public void sessionChanged(Optional<SessionView> view) {
    told.add(view);
  }

  @Override
  public void kioskChanged(KioskView view) {
    machine.add(view);
  }

  @Override
  public EnvelopeSealer sealer() {
    return queue;
  }

  @Override
  public Sm3Digest digest() {
    return Samples.DIGEST;
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
  public boolean locked() {
    return locked;
  }
}

package egov.kiosk.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.number.LocalNumbers;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.Settings;
import egov.kiosk.flow.surroundings.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kiosk of fakes under virtual time, and a citizen who walks through it. */
final class Hall extends HallPorts implements DeskListener {
  final HandWorker hands = new HandWorker();
  final List<Optional<SessionView>> told = new ArrayList<>();
  final List<KioskView> machine = new ArrayList<>();
  public final CitizenSessions desk;
  Duration elapsed = Duration.ZERO;
  Instant now = Instant.parse("2026-11-21T07:04:00Z");
  String id;

  public Hall(Path stateDirectory) {
    this(stateDirectory, null);
  }

  public Hall(Path stateDirectory, Worker worker) {
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

  public SessionView begin(ServiceItem item) throws DeskException {
    if (!items.contains(item)) {
      items.add(item);
    }
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
  public void work() {
    boolean waits =
        page() == Page.MATERIALS
            || desk.current()
                .map(SessionView::camera)
                .map(camera -> camera.state() == SessionView.CameraState.READY)
                .orElse(false);
    if (!waits) {
      hands.workAll();
    }
  }

  public Page page() {
    return desk.current().map(SessionView::page).orElse(null);
  }

  public SessionView view() {
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
  public void walkTo(SessionState state) throws DeskException {
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
      case SHOW_CODE, REDEEMING, CODE_PROBLEM -> Entries.walkTo(this, state);
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
      case RETRIEVAL_CONSENT, RETRIEVING -> {
        books = Optional.of(new Asked());
        begin(Asked.retrieval());
        reader.card = Samples.card();
        act(new Action.Consent(true, "data-1"));
        if (state == SessionState.RETRIEVING) {
          desk.act(id, new Action.RetrievalConsent(true, "fetch-1"));
        }
      }
      case PHONE -> {
        books = Optional.of(new Asked());
        walkTo(SessionState.MATERIALS);
        desk.act(id, new Action.PhoneOpen("photo"));
      }
      case MATERIALS -> {
        begin(Papers.ITEM);
        act(new Action.BringLater("register", true));
      }
      case SIGN -> {
        walkTo(SessionState.MATERIALS);
        act(new Action.Continue());
        act(new Action.Continue());
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
      case RESULT -> {
        books = Optional.of(Profiles.books());
        begin(Profiles.question());
        reader.card = Samples.card();
        act(new Action.Consent(true, "data-1"));
        act(new Action.Submit());
      }
      case RATING -> {
        walkTo(SessionState.ACCEPTED);
        act(new Action.Continue());
      }
      case RATING_REASON -> {
        walkTo(SessionState.RATING);
        act(new Action.Rate(2));
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
}

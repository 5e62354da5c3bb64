package egov.kiosk.flow.view;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.domain.transaction.PaymentHandover;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.ConsentView;
import egov.kiosk.flow.desk.EntryView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.desk.SignView;
import egov.kiosk.flow.session.Acceptance;
import egov.kiosk.flow.session.NoPhone;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.session.Signature;
import egov.kiosk.flow.session.Stage;
import egov.kiosk.flow.surroundings.Ports;
import egov.kiosk.flow.surroundings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Draws a session for the screen: each page gets what it shows, masked, and nothing else. */
public final class Views {
  private final Supplier<Settings> settings;
  private final Ports ports;
  private final BooleanSupplier called;

  /**
   * @param called whether a call for help stands
   */
  public Views(Supplier<Settings> settings, Ports ports, BooleanSupplier called) {
    this.ports = ports;
    this.called = called;
    this.settings = settings;
  }

  /** The session as it is now; called under the desk's lock. */
  public SessionView of(Session session) {
    SessionState state = session.state();
    Page page = session.page();
    List<Stage> stages = Stage.of(session.item());
    return new SessionView(
        session.id(),
        page,
        stages.indexOf(stages.contains(state.stage()) ? state.stage() : Stage.LAST) + 1,
        stages.size(),
        item(session),
        session.idle().view(settings.get().idle().forItem(session.item()), page),
        called.getAsBoolean(),
        consent(session, page),
        session.card(),
        entry(session, page),
        citizen(session),
        page == Page.CAMERA ? camera(session) : null,
        identity(session),
        page == Page.FORM ? FormViews.form(session) : null,
        page == Page.CONFIRM ? FormViews.review(session) : null,
        page == Page.MATERIALS ? MaterialViews.page(session, ports) : null,
        session.item().signed() && (page == Page.CONFIRM || page == Page.SIGN)
            ? new SignView(Signature.SENTENCE, session.dossier().signature().isPresent())
            : null,
        accepted(session),
        page == Page.RESULT ? ResultViews.of(session, ports, settings.get().zone()) : null,
        page == Page.GUIDE ? session.item().guide().orElseThrow() : null,
        session.handover(),
        page == Page.TAKE_CARD ? new SessionView.TakeCard(true, session.entry().left()) : null,
        session.problem().orElse(null));
  }

  private static SessionView.Item item(Session session) {
    ServiceItem item = session.item();
    return new SessionView.Item(
        item.code(),
        item.name(),
        item.nameEnglish(),
        AnswerIn.of(session),
        AnswerIn.english(session),
        item.offlineClass(),
        item.identityLevel());
  }

  private static ConsentView consent(Session session, Page page) {
    ConsentPurpose purpose =
        switch (page) {
          case CONSENT -> ConsentPurpose.DATA;
          case FACE_CONSENT -> ConsentPurpose.FACE;
          case RETRIEVAL_CONSENT -> ConsentPurpose.RETRIEVAL;
          default -> null;
        };
    return purpose == null
        ? null
        : session.item().consent(purpose).map(ConsentView::of).orElse(null);
  }

  private static EntryView entry(Session session, Page page) {
    boolean shown = page == Page.PLACE_CARD || page == Page.SHOW_CODE;
    return shown ? new EntryView(session.entry().ways(), session.entry().code()) : null;
  }

  private static SessionView.Citizen citizen(Session session) {
    return session
        .dossier()
        .shown()
        .map(
            card ->
                new SessionView.Citizen(
                    card.name().masked(),
                    card.number().masked(),
                    session.dossier().child(),
                    card.name().privateUse()))
        .orElse(null);
  }

  private SessionView.CameraView camera(Session session) {
    return new SessionView.CameraView(
        session.state() == SessionState.LOOKING
            ? SessionView.CameraState.LOOKING
            : SessionView.CameraState.READY,
        session.hint(),
        Math.max(0, settings.get().faceTries() - session.faceFailures()),
        session.light(),
        session.ask());
  }

  private static SessionView.Identity identity(Session session) {
    Optional<FaceMatch> match = session.dossier().match();
    String outcome =
        session.dossier().staff().isPresent()
            ? "ALTERNATIVE"
            : match.map(made -> made.outcome().name()).orElse(null);
    return outcome == null
        ? null
        : new SessionView.Identity(
            outcome, match.map(FaceMatch::band).map(ScoreBand::name).orElse(null));
  }

  private SessionView.Accepted accepted(Session session) {
    Acceptance acceptance = session.acceptance();
    return switch (session.state()) {
      case ACCEPTED, RATING, RATING_REASON ->
          new SessionView.Accepted(
              acceptance.transactionId().value(),
              acceptance.shownNumber(),
              acceptance.officialNumber().isPresent(),
              SlipText.of(session, settings.get()).qr(session),
              acceptance.slip(),
              acceptance.slipFault(),
              ResultViews.copy(session),
              session.item().profile().payment().map(PaymentHandover::payee).orElse(null),
              session.item().profile().payment().map(PaymentHandover::payeeEnglish).orElse(null),
              NoPhone.said(session));
      case GUIDE ->
          new SessionView.Accepted(
              null,
              null,
              false,
              null,
              acceptance.slip(),
              acceptance.slipFault(),
              null,
              null,
              null,
              false);
      default -> null;
    };
  }
}

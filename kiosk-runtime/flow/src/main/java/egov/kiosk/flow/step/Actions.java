package egov.kiosk.flow.step;

import static egov.kiosk.flow.session.SessionState.*;

import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.help.HelpBell;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The table of what can be done where; anything else is refused and changes nothing. */
public final class Actions {
  private static final Set<SessionState> OPEN =
      EnumSet.complementOf(EnumSet.of(SUBMITTING, TAKE_CARD, ENDED));

  private static final Set<SessionState> LAST_PAGES = EnumSet.of(CONFIRM, SIGN);

  /** What one kind of action does. */
  private interface Step<A extends Action> {
    void take(Session session, A action) throws DeskException;
  }

  private final Map<Class<? extends Action>, Step<Action>> taken = new HashMap<>();
  private final Map<Class<? extends Action>, Set<SessionState>> allowed = new HashMap<>();
  private final Journey journey;
  private final HelpBell bell;

  public Actions(Journey journey, Steps steps, HelpBell bell) {
    this.journey = journey;
    this.bell = bell;
    on(Action.Consent.class, EnumSet.of(CONSENT), steps.consent::data);
    on(Action.CardRetry.class, EnumSet.of(CARD_PROBLEM, CODE_PROBLEM), steps.card::retry);
    on(Action.UseCode.class, EnumSet.of(PLACE_CARD, CARD_PROBLEM, CODE_PROBLEM), steps.code::open);
    on(Action.ShowCode.class, EnumSet.of(SHOW_CODE), steps.code::choose);
    on(Action.FaceConsent.class, EnumSet.of(FACE_CONSENT), steps.consent::face);
    on(Action.FaceStart.class, EnumSet.of(CAMERA, FACE_PROBLEM), steps.face::start);
    on(
        Action.OtherWay.class,
        EnumSet.of(GUARDIAN, FACE_CONSENT, CAMERA, LOOKING, FACE_PROBLEM, STAFF_PROBLEM),
        steps.staff::choose);
    on(Action.StaffCheck.class, EnumSet.of(ALTERNATIVE), steps.staff::check);
    on(Action.Form.class, EnumSet.of(FORM), steps.form::answer);
    papers(steps);
    on(Action.Sign.class, EnumSet.of(SIGN), steps.sign::sign);
    on(Action.Assent.class, EnumSet.of(SIGN), steps.sign::confirm);
    on(Action.Change.class, EnumSet.of(CONFIRM), this::change);
    Set<SessionState> backs = EnumSet.copyOf(OPEN);
    backs.removeAll(EnumSet.of(ACCEPTED, RESULT, RATING_REASON));
    on(Action.Back.class, backs, this::back);
    // In CONFIRM, SIGN and SUBMIT_PROBLEM handing in is begun by the desk itself, outside its lock.
    on(Action.Submit.class, EnumSet.of(ACCEPTED, RESULT), (session, again) -> {});
    on(Action.Print.class, EnumSet.of(ACCEPTED, RESULT, GUIDE), steps.slip::print);
    on(Action.PrintCopy.class, EnumSet.of(ACCEPTED, RESULT), steps.copy::print);
    on(Action.CopySeen.class, EnumSet.of(ACCEPTED, RESULT), steps.copy::seen);
    on(
        Action.Continue.class,
        EnumSet.of(RETRIEVING, MATERIALS, CONFIRM, ACCEPTED, RESULT, GUIDE),
        (session, go) -> goOn(session, go, steps));
    on(Action.Rate.class, EnumSet.of(RATING), steps.rating::rate);
    on(Action.RateReason.class, EnumSet.of(RATING_REASON), steps.rating::reason);
    on(Action.CardTaken.class, EnumSet.of(TAKE_CARD), steps.takeCard::taken);
    on(Action.Help.class, EnumSet.complementOf(EnumSet.of(ENDED)), this::help);
    on(Action.Touch.class, EnumSet.complementOf(EnumSet.of(ENDED)), (session, touch) -> {});
    on(Action.End.class, OPEN, (session, end) -> journey.leave(session));
  }

  /**
   * Does it.
   *
   * @throws DeskException {@link Reason#WRONG_STEP} when this page has no such action
   */
  public void perform(Session session, Action action) throws DeskException {
    if (!allowed.get(action.getClass()).contains(session.state())) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    taken.get(action.getClass()).take(session, action);
  }

  private void papers(Steps steps) {
    on(Action.PageTake.class, EnumSet.of(MATERIALS), steps.material::take);
    on(Action.PageKeep.class, EnumSet.of(MATERIALS), steps.material::keep);
    on(Action.PageDrop.class, EnumSet.of(MATERIALS), steps.material::drop);
    on(Action.PageRemove.class, EnumSet.of(MATERIALS), steps.material::remove);
    on(Action.BringLater.class, EnumSet.of(MATERIALS), steps.material::later);
    on(Action.UseLicence.class, EnumSet.of(MATERIALS), steps.material::licence);
    on(Action.PhoneOpen.class, EnumSet.of(MATERIALS), steps.phone::open);
    on(Action.Supplement.class, EnumSet.of(RESULT), steps.supplement::begin);
    on(Action.RetrievalConsent.class, EnumSet.of(RETRIEVAL_CONSENT), steps.consent::retrieval);
    on(Action.Reveal.class, EnumSet.of(FORM, RESULT), (session, press) -> session.revealed(true));
  }

  private void goOn(Session session, Action.Continue go, Steps steps) throws DeskException {
    switch (session.state()) {
      case RETRIEVING -> steps.retrieval.goOn(session);
      case MATERIALS -> steps.material.goOn(session);
      case CONFIRM -> {
        if (!session.item().signed()) {
          throw new DeskException(Reason.WRONG_STEP);
        }
        journey.go(session, SIGN);
      }
      default -> {
        steps.slip.goneOn(session);
        steps.rating.goOn(session, go);
      }
    }
  }

  private void change(Session session, Action.Change change) throws DeskException {
    if (session.acceptance().envelope().isPresent()) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    boolean paper =
        session.item().materials().stream().anyMatch(one -> one.id().equals(change.row()));
    boolean question =
        session.item().questions().stream().anyMatch(one -> one.id().equals(change.row()));
    if (!paper && !question) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    if (question && session.supplementing()) {
      // The number binds what is brought to what it is brought for.
      throw new DeskException(Reason.WRONG_STEP);
    }
    journey.go(session, paper ? MATERIALS : FORM);
  }

  private void back(Session session, Action.Back back) throws DeskException {
    if (LAST_PAGES.contains(session.state()) && session.acceptance().envelope().isPresent()) {
      // These bytes may be queued already: they can be handed in again, but not changed.
      throw new DeskException(Reason.WRONG_STEP);
    }
    journey.back(session);
  }

  private void help(Session session, Action.Help help) {
    bell.press(session.id(), session.item().code(), session.page().word());
  }

  private <A extends Action> void on(Class<A> kind, Set<SessionState> where, Step<A> step) {
    allowed.put(kind, where);
    taken.put(kind, (session, action) -> step.take(session, kind.cast(action)));
  }
}

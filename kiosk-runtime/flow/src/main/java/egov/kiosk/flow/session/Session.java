package egov.kiosk.flow.session;

import egov.kiosk.domain.citizen.FaceChallenge;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.MaterialsView;
import egov.kiosk.flow.desk.Page;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.desk.SessionView;
import java.util.Optional;

/**
 * One session as it stands. Holds state and no rule but the table of moves; guarded by the desk's
 * lock.
 */
public final class Session {
  private final String id;
  private final ServiceItem asked;
  private final IdleTimer idle;
  private final Dossier dossier = new Dossier();
  private final Acceptance acceptance;

  private ServiceItem item;
  private SessionState state;
  private Errand errand;
  private Problem problem;
  private boolean revealed;
  private SessionView.Handover handover;
  private SessionView.Scan scan;
  private SessionView.Card card;
  private final EntryState entry = new EntryState();
  private int cardFailures;
  private int faceFailures;
  private FaceHint hint = FaceHint.NONE;
  private ScreenLight light = ScreenLight.OFF;
  private FaceChallenge ask;
  private CardWatch cardWatch;
  private ShownLanguage language = ShownLanguage.ZH;
  private MaterialsView.CameraState documents = MaterialsView.CameraState.STARTING;

  /** A session that stands before the first step its item asks for. */
  public Session(String id, ServiceItem item, TransactionId transactionId, IdleTimer idle) {
    this.id = id;
    this.asked = item;
    this.item = item;
    this.idle = idle;
    this.acceptance = new Acceptance(transactionId);
    this.state = Route.next(item, dossier);
  }

  public String id() {
    return id;
  }

  /** What is done: the item that was chosen, or the papers brought for it afterwards. */
  public ServiceItem item() {
    return item;
  }

  /** From now on papers are brought for what was asked after. */
  public void supplement(ServiceItem papers) {
    item = papers;
  }

  /** Whether papers are brought for an earlier application. */
  public boolean supplementing() {
    return !item.equals(asked);
  }

  /** Back to the question. */
  public void supplementNoMore() {
    item = asked;
  }

  public IdleTimer idle() {
    return idle;
  }

  public Dossier dossier() {
    return dossier;
  }

  public Acceptance acceptance() {
    return acceptance;
  }

  public SessionState state() {
    return state;
  }

  /**
   * Moves on.
   *
   * @throws IllegalStateException when the table does not allow it: a mistake in the program
   */
  public void moveTo(SessionState next) {
    if (!state.mayMoveTo(next)) {
      throw new IllegalStateException("a session does not move from " + state + " to " + next);
    }
    state = next;
    revealed = false;
    handover = null;
    scan = null;
    entry.code(null);
    idle.touch();
    if (next.page() != Page.PROBLEM) {
      problem = null;
    }
  }

  /** The page that is shown: who signs and hands in stays on the page where it was pressed. */
  public Page page() {
    return state == SessionState.SUBMITTING && item.signed() ? Page.SIGN : state.page();
  }

  /** The work under way for this page, or null. */
  public Errand errand() {
    return errand;
  }

  public void errand(Errand begun) {
    errand = begun;
  }

  /** Calls back the work for the page that is being left. */
  public void cancelErrand() {
    if (errand != null) {
      errand.cancel();
      errand = null;
    }
  }

  /** What went wrong, on the page that says so. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  public void problem(Problem met) {
    problem = met;
  }

  /** Whether masked values are shown plain just now. */
  public boolean revealed() {
    return revealed;
  }

  public void revealed(boolean plain) {
    revealed = plain;
  }

  /** How far the telephone is, on its page; else null. */
  public SessionView.Handover handover() {
    return handover;
  }

  public void handover(SessionView.Handover now) {
    handover = now;
  }

  /** How far the scanner is, on a form it can answer; else null. */
  public SessionView.Scan scan() {
    return scan;
  }

  public void scan(SessionView.Scan now) {
    scan = now;
  }

  /** How far the card is, or null. */
  public SessionView.Card card() {
    return card;
  }

  /** A card is waited for from now on. */
  public void awaitCard() {
    card = new SessionView.Card(SessionView.CardState.WAITING, null, 0, 0, false);
  }

  /** An identity card was read, and how fast. */
  public void cardWasRead(CardRead read, boolean expired) {
    card =
        new SessionView.Card(
            SessionView.CardState.READ,
            read.card().layout(),
            read.elapsed().toNanos() / 1e6,
            read.wireTime().toNanos() / 1e6,
            expired);
  }

  /** A card without a portrait was read; nobody measures how fast. */
  public void cardWasRead(boolean expired) {
    card = new SessionView.Card(SessionView.CardState.READ, null, 0, 0, expired);
  }

  /** How far the citizen is in saying who they are, and where a card of theirs may lie. */
  public EntryState entry() {
    return entry;
  }

  /** How many readings failed in this session. */
  public int cardFailures() {
    return cardFailures;
  }

  public void cardFailed() {
    cardFailures++;
  }

  /** How many comparisons failed in this session. */
  public int faceFailures() {
    return faceFailures;
  }

  public void faceFailed() {
    faceFailures++;
  }

  /** What the citizen is told before the camera. */
  public FaceHint hint() {
    return hint;
  }

  public void hint(FaceHint given) {
    hint = given;
  }

  /** What the screen throws on the citizen's face. */
  public ScreenLight light() {
    return light;
  }

  public void light(ScreenLight given) {
    light = given;
  }

  /** What the citizen is asked to do before the camera; null for nothing. */
  public FaceChallenge ask() {
    return ask;
  }

  public void ask(FaceChallenge given) {
    ask = given;
  }

  /** How the document camera is, on its page. */
  public MaterialsView.CameraState documents() {
    return documents;
  }

  public void documents(MaterialsView.CameraState now) {
    documents = now;
  }

  /** What is known of the card that must not stay behind, on the last page only. */
  public CardWatch cardWatch() {
    return cardWatch;
  }

  public void cardWatch(CardWatch begun) {
    cardWatch = begun;
  }

  /** The language of the page at the last press. */
  public ShownLanguage language() {
    return language;
  }

  public void language(ShownLanguage shown) {
    language = shown;
  }

  /** Wipes all personal data; what remains says nothing about the citizen. */
  public void wipe() {
    cancelErrand();
    dossier.wipe();
    acceptance.wipe();
    problem = null;
    handover = null;
    card = null;
    hint = FaceHint.NONE;
    light = ScreenLight.OFF;
    ask = null;
  }
}

package egov.kiosk.flow.session;

import static java.util.Map.entry;

import egov.kiosk.flow.desk.Page;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a session stands, and the one table of allowed moves.
 *
 * <pre>
 *   begin                                                     begin (LOCAL)
 *     |                                                          |
 *     v        refused                                           v
 *  CONSENT &lt;-----------&gt; CONSENT_REFUSED                       GUIDE
 *     |                                                          |
 *     v        fault                                             |
 *  PLACE_CARD &lt;--------&gt; CARD_PROBLEM                            |
 *     |                                                          |
 *     |   under fourteen     (to ALTERNATIVE)                    |
 *     |---------------&gt; GUARDIAN ---+                           |
 *     v        refused                     wrong PIN             |
 *  FACE_CONSENT &lt;------&gt; ALTERNATIVE &lt;--------&gt; STAFF_PROBLEM    |
 *     |                    ^     |                               |
 *     v                    |     |                               |
 *  CAMERA -----&gt; FACE_PROBLEM    |                               |
 *     |            ^  |          |                               |
 *     v            |  v          |                               |
 *  LOOKING -------------         |                               |
 *     |  passed                  | vouched for                   |
 *     v                          |                               |
 *  FORM &lt;------------------------+                               |
 *     |                                                          |
 *     v                                                          |
 *  MATERIALS                                                     |
 *     |                                                          |
 *     v                not queued                                |
 *  CONFIRM &lt;-----------------&gt; SUBMIT_PROBLEM                    |
 *     |   to be signed           ^  |                            |
 *     |---------------&gt; SIGN ----+  |                            |
 *     v                          |  v                            |
 *  SUBMITTING --------------------                               |
 *     |  committed                                               |
 *     v                                                          |
 *  ACCEPTED &lt;-------&gt; RATING                                     |
 *     |                 |                                        |
 *     +--------+--------+                                        |
 *              v                                                 v
 *          TAKE_CARD --------- card gone ---------------------&gt; ENDED
 * </pre>
 *
 * Where an item takes a code on a telephone too, PLACE_CARD and CARD_PROBLEM lead to SHOW_CODE,
 * REDEEMING and on, or to CODE_PROBLEM and back. Where an item wants to fetch what the government
 * knows, RETRIEVAL_CONSENT and RETRIEVING come before FORM; from MATERIALS, PHONE goes there and
 * back; from RESULT missing papers lead to MATERIALS. An item leaves out what it does not need:
 * without card CONSENT leads to FORM, without face PLACE_CARD does, without questions every arrow
 * to FORM goes to MATERIALS, without papers to CONFIRM. A question the platform's books answer at
 * once leads from SUBMITTING to RESULT, where nothing was handed in (and back, when only an old
 * word could be shown); a low rating leads from RATING to RATING_REASON, and on; an item for staff
 * alone leads to ALTERNATIVE past the face. Every page but SUBMITTING can end, by TAKE_CARD when a
 * card was seen, else at once; most lead back to the page before. Persist names, never ordinals.
 */
public enum SessionState {
  CONSENT(Page.CONSENT, Stage.CHOICE),
  CONSENT_REFUSED(Page.PROBLEM, Stage.CHOICE),
  PLACE_CARD(Page.PLACE_CARD, Stage.CARD),
  CARD_PROBLEM(Page.PROBLEM, Stage.CARD),
  /** A code on a telephone in the card's place: which one it is, and then the code. */
  SHOW_CODE(Page.SHOW_CODE, Stage.CARD),
  /** Its platform is asked whose the code is. */
  REDEEMING(Page.SHOW_CODE, Stage.CARD),
  CODE_PROBLEM(Page.PROBLEM, Stage.CARD),
  /** The card is a child's: its guardian is asked for, and no camera is opened. */
  GUARDIAN(Page.PROBLEM, Stage.CARD),
  FACE_CONSENT(Page.FACE_CONSENT, Stage.FACE),
  CAMERA(Page.CAMERA, Stage.FACE),
  LOOKING(Page.CAMERA, Stage.FACE),
  FACE_PROBLEM(Page.PROBLEM, Stage.FACE),
  ALTERNATIVE(Page.ALTERNATIVE, Stage.FACE),
  STAFF_PROBLEM(Page.PROBLEM, Stage.FACE),
  /** May be fetched what the government knows already? */
  RETRIEVAL_CONSENT(Page.RETRIEVAL_CONSENT, Stage.FORM),
  RETRIEVING(Page.RETRIEVING, Stage.FORM),
  FORM(Page.FORM, Stage.FORM),
  MATERIALS(Page.MATERIALS, Stage.MATERIALS),
  /** A page comes from the citizen's telephone. */
  PHONE(Page.PHONE, Stage.MATERIALS),
  CONFIRM(Page.CONFIRM, Stage.LAST),
  SIGN(Page.SIGN, Stage.LAST),
  SUBMITTING(Page.CONFIRM, Stage.LAST),
  SUBMIT_PROBLEM(Page.PROBLEM, Stage.LAST),
  ACCEPTED(Page.ACCEPTED, Stage.LAST),
  /** The platform's books answered; nothing was handed in. */
  RESULT(Page.RESULT, Stage.LAST),
  GUIDE(Page.GUIDE, Stage.LAST),
  RATING(Page.RATING, Stage.LAST),
  /** The rating was low and is queued; why, if the citizen likes to say. */
  RATING_REASON(Page.RATING_REASON, Stage.LAST),
  TAKE_CARD(Page.TAKE_CARD, Stage.LAST),
  /** Nothing is left of it. */
  ENDED(null, Stage.LAST);

  private static final Map<SessionState, Set<SessionState>> MOVES =
      Map.ofEntries(
          entry(
              CONSENT,
              moves(
                  CONSENT_REFUSED,
                  PLACE_CARD,
                  GUARDIAN,
                  FACE_CONSENT,
                  ALTERNATIVE,
                  RETRIEVAL_CONSENT,
                  FORM,
                  MATERIALS,
                  CONFIRM,
                  TAKE_CARD,
                  ENDED)),
          entry(CONSENT_REFUSED, moves(CONSENT, TAKE_CARD, ENDED)),
          entry(
              PLACE_CARD,
              moves(
                  CONSENT,
                  CARD_PROBLEM,
                  SHOW_CODE,
                  GUARDIAN,
                  FACE_CONSENT,
                  ALTERNATIVE,
                  RETRIEVAL_CONSENT,
                  FORM,
                  MATERIALS,
                  CONFIRM,
                  TAKE_CARD,
                  ENDED)),
          entry(CARD_PROBLEM, moves(PLACE_CARD, SHOW_CODE, CONSENT, TAKE_CARD, ENDED)),
          entry(SHOW_CODE, moves(PLACE_CARD, REDEEMING, CODE_PROBLEM, TAKE_CARD, ENDED)),
          entry(
              REDEEMING,
              moves(
                  PLACE_CARD,
                  CODE_PROBLEM,
                  GUARDIAN,
                  RETRIEVAL_CONSENT,
                  FORM,
                  MATERIALS,
                  CONFIRM,
                  TAKE_CARD,
                  ENDED)),
          entry(CODE_PROBLEM, moves(SHOW_CODE, PLACE_CARD, TAKE_CARD, ENDED)),
          entry(GUARDIAN, moves(CONSENT, ALTERNATIVE, TAKE_CARD, ENDED)),
          entry(FACE_CONSENT, moves(CONSENT, CAMERA, FACE_PROBLEM, ALTERNATIVE, TAKE_CARD, ENDED)),
          entry(CAMERA, moves(LOOKING, FACE_CONSENT, FACE_PROBLEM, ALTERNATIVE, TAKE_CARD, ENDED)),
          entry(
              LOOKING,
              moves(
                  RETRIEVAL_CONSENT,
                  FORM,
                  MATERIALS,
                  CONFIRM,
                  FACE_PROBLEM,
                  FACE_CONSENT,
                  ALTERNATIVE,
                  TAKE_CARD,
                  ENDED)),
          entry(FACE_PROBLEM, moves(LOOKING, FACE_CONSENT, ALTERNATIVE, TAKE_CARD, ENDED)),
          entry(
              ALTERNATIVE,
              moves(
                  RETRIEVAL_CONSENT,
                  FORM,
                  MATERIALS,
                  CONFIRM,
                  STAFF_PROBLEM,
                  CONSENT,
                  GUARDIAN,
                  FACE_CONSENT,
                  TAKE_CARD,
                  ENDED)),
          entry(STAFF_PROBLEM, moves(ALTERNATIVE, TAKE_CARD, ENDED)),
          entry(
              RETRIEVAL_CONSENT,
              moves(RETRIEVING, CONSENT, FORM, MATERIALS, CONFIRM, TAKE_CARD, ENDED)),
          entry(RETRIEVING, moves(RETRIEVAL_CONSENT, FORM, MATERIALS, CONFIRM, TAKE_CARD, ENDED)),
          entry(FORM, moves(CONSENT, MATERIALS, CONFIRM, TAKE_CARD, ENDED)),
          entry(MATERIALS, moves(CONSENT, FORM, PHONE, RESULT, CONFIRM, TAKE_CARD, ENDED)),
          entry(PHONE, moves(MATERIALS, TAKE_CARD, ENDED)),
          entry(CONFIRM, moves(CONSENT, FORM, MATERIALS, SIGN, SUBMITTING, TAKE_CARD, ENDED)),
          entry(SIGN, moves(CONFIRM, SUBMITTING, TAKE_CARD, ENDED)),
          entry(SUBMITTING, moves(ACCEPTED, RESULT, SUBMIT_PROBLEM)),
          entry(RESULT, moves(MATERIALS, SUBMITTING, TAKE_CARD, ENDED)),
          entry(SUBMIT_PROBLEM, moves(SUBMITTING, CONFIRM, SIGN, TAKE_CARD, ENDED)),
          entry(ACCEPTED, moves(RATING, TAKE_CARD, ENDED)),
          entry(GUIDE, moves(ENDED)),
          entry(RATING, moves(ACCEPTED, RATING_REASON, TAKE_CARD, ENDED)),
          entry(RATING_REASON, moves(TAKE_CARD, ENDED)),
          entry(TAKE_CARD, moves(ENDED)),
          entry(ENDED, moves()));

  private final Page page;
  private final Stage stage;

  SessionState(Page page, Stage stage) {
    this.page = page;
    this.stage = stage;
  }

  /** The page that is shown; null when the session has ended. */
  public Page page() {
    return page;
  }

  /** Which of the steps it belongs to. */
  public Stage stage() {
    return stage;
  }

  /** Whether the table allows this move. */
  boolean mayMoveTo(SessionState next) {
    return MOVES.get(this).contains(next);
  }

  private static Set<SessionState> moves(SessionState... next) {
    Set<SessionState> set = EnumSet.noneOf(SessionState.class);
    set.addAll(Set.of(next));
    return set;
  }
}

package egov.kiosk.fieldwork.desk;

import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.TrackPoint;
import java.util.List;
import java.util.Optional;

/**
 * What a grid worker (网格员) does on a tablet. Whoever calls has made sure who is signed in. When a
 * call that changes something returns, the change is on the disk; when it throws, nothing changed.
 * Safe for use by several threads; calls wait for one another.
 */
public interface FieldDesk {
  /**
   * What to begin writing.
   *
   * @param kind what it becomes
   * @param task the task it answers
   * @param household the household it is about
   * @param itemCode the catalogue's form
   */
  record Beginning(
      DraftKind kind,
      Optional<String> task,
      Optional<String> household,
      Optional<String> itemCode) {}

  /** The day: tasks, what is unfinished, what is not sent. */
  Today today(Badge who) throws FieldException;

  /** The households of the grid. */
  List<HouseLine> houses() throws FieldException;

  /** Begins something, or goes on with what was begun about the same task or household. */
  DraftView begin(Badge who, Beginning what) throws FieldException;

  /**
   * Begins a visit to a household that is on nobody's list, in the worker's own grid. It gets an id
   * that no platform draws; the address is what the worker types.
   */
  DraftView newHousehold(Badge who) throws FieldException;

  /** Something that was begun. */
  DraftView draft(Badge who, String draft) throws FieldException;

  /**
   * Keeps an answer as it is typed, right or wrong.
   *
   * @param field 1 to 32 letters and digits, beginning with a small letter
   * @param value at most 500 characters; empty takes the answer away
   */
  DraftView answer(Badge who, String draft, String field, String value) throws FieldException;

  /**
   * Adds a photo.
   *
   * @param slot {@code photo}, or the id of a material of the form
   * @param jpeg judged before anything decodes it; no decoder is used here
   */
  DraftView photo(Badge who, String draft, String slot, byte[] jpeg) throws FieldException;

  /** Adds or replaces the voice note: WebM, at most a mebibyte. */
  DraftView voice(Badge who, String draft, byte[] webm) throws FieldException;

  /** Takes a photo, the voice note or the signature away again. */
  DraftView takeAway(Badge who, String draft, String piece) throws FieldException;

  /** A photo that was taken, to be shown. */
  byte[] picture(Badge who, String draft, String piece) throws FieldException;

  /** The voice note, to be heard before it is handed in. */
  byte[] sound(Badge who, String draft) throws FieldException;

  /** Keeps what the resident said to the wording of {@link DraftView#consentText}. */
  DraftView consent(Badge who, String draft, boolean given) throws FieldException;

  /**
   * Keeps the resident's signature.
   *
   * @param strokes each a list of x and y by turns, 0 to 4095
   */
  DraftView sign(Badge who, String draft, List<int[]> strokes) throws FieldException;

  /** Throws a draft away. */
  void discard(Badge who, String draft) throws FieldException;

  /**
   * Hands in. However often it is asked, and wherever the tablet stopped in between, one
   * transaction and each of its pieces once reach the platform.
   *
   * @throws FieldException {@code ANSWERS} with what is missing; {@code NOT_QUEUED} when it is kept
   *     and tried again by itself
   */
  Sent handIn(Badge who, String draft) throws FieldException;

  /** What has gone and what has not. */
  SyncView sync(Badge who) throws FieldException;

  /** Tries at once what is kept, and says how it stands. */
  SyncView push(Badge who) throws FieldException;

  /**
   * Decides between two versions of a field of a household.
   *
   * @param mine whether the worker's own stands; it is handed in then
   */
  void resolve(Badge who, String household, String field, boolean mine) throws FieldException;

  /** The full ID number of somebody, for a moment; recorded before it is told. */
  String reveal(Badge who, String household, int person) throws FieldException;

  /**
   * Fills name and number of somebody in from the card that is placed on the tablet's reader; waits
   * at most eight seconds for it, while other calls go on. Nothing else of the card is kept.
   *
   * @param person the place in the household, 1 to 12
   * @throws FieldException {@code NO_READER}, {@code NO_CARD}, {@code CARD}: typing goes on
   */
  DraftView readCard(Badge who, String draft, int person) throws FieldException;

  /** Adds a point to today's patrol, which begins with its first point. */
  DraftView track(Badge who, TrackPoint point) throws FieldException;
}

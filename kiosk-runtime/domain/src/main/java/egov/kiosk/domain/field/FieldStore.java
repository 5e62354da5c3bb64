package egov.kiosk.domain.field;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a tablet keeps what belongs to field work: sealed, each thing replaced as a whole, old or
 * new after kill -9 and power cut. Safe for use by several threads; every call touches the disk.
 */
public interface FieldStore {
  /** What is kept apart from one another. */
  enum Shelf {
    /** {@link Task}s. */
    TASK,
    /** {@link Household}s. */
    HOUSE,
    /** {@link FieldEvent}s. */
    EVENT,
    /** {@link Draft}s. */
    DRAFT,
    /** The bytes of {@link Piece}s. */
    PIECE,
    /** {@link SentNote}s. */
    SENT,
    /** A counter, and when the platform's list came. */
    BOOK,
    /** {@link RescuedDraft}s. */
    RESCUED,
    /** The pieces of rescued drafts, under keys that only the platform learns. */
    RESCUEDPIECE
  }

  /**
   * The ids of a shelf, sorted.
   *
   * @throws FieldException {@code STORAGE}
   */
  List<String> ids(Shelf shelf) throws FieldException;

  /**
   * What lies there.
   *
   * @return empty when nothing does
   * @throws FieldException {@code STORAGE}, {@code KEYS}, or {@code DAMAGED} when it is not what
   *     was put there
   */
  Optional<byte[]> get(Shelf shelf, String id) throws FieldException;

  /**
   * Puts something there; it is on the disk when this returns.
   *
   * @param id 1 to 64 letters, digits or hyphens
   * @throws FieldException {@code STORAGE} or {@code KEYS}; what was there before is untouched
   */
  void put(Shelf shelf, String id, byte[] content) throws FieldException;

  /**
   * Takes something away for good; nothing there is no error.
   *
   * @throws FieldException {@code STORAGE}
   */
  void remove(Shelf shelf, String id) throws FieldException;

  /**
   * Notes, until {@link #endWipe}, that everything is to be taken away. Nothing goes yet. Done
   * again it notes the same.
   *
   * @throws FieldException {@code STORAGE} when the note is not on the disk; {@link #wiping} says
   *     yes all the same, until the end of the process at least
   */
  void beginWipe() throws FieldException;

  /** Whether a wipe was begun, perhaps before the last start, and has not ended. Never blocks. */
  boolean wiping();

  /**
   * Takes away for good what lies on some shelves.
   *
   * @throws FieldException {@code STORAGE}; some of it may have gone
   */
  void clear(Set<Shelf> shelves) throws FieldException;

  /**
   * Takes the note of {@link #beginWipe} away; nothing when there is none.
   *
   * @throws FieldException {@code STORAGE}
   */
  void endWipe() throws FieldException;
}

package egov.kiosk.fieldwork;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldStore;
import egov.kiosk.domain.field.FieldStore.Shelf;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wipe, in steps that can be done again wherever one was cut off:
 *
 * <ol>
 *   <li>it is noted, and from there on nobody reads or writes field work here any more;
 *   <li>tasks, households, events and notes go;
 *   <li>what was not handed in is sealed for the platform alone ({@link Rescue});
 *   <li>the readable drafts go, and then the note.
 * </ol>
 *
 * Where the kiosk's keys cannot seal just now the third step waits, and the drafts with it: closed,
 * and sealed at rest as before.
 */
final class Wiping {
  private static final Set<Shelf> DRAFTS = EnumSet.of(Shelf.DRAFT, Shelf.PIECE);
  private static final Set<Shelf> KNOWN =
      EnumSet.of(Shelf.TASK, Shelf.HOUSE, Shelf.EVENT, Shelf.SENT);

  private static final Logger LOG = LoggerFactory.getLogger(Wiping.class);

  private final FieldStore store;
  private final Rescue rescue;
  private final RescuePost post;
  private String told = "";
  private String toldOfPost = "";

  Wiping(FieldStore store, Rescue rescue, RescuePost post) {
    this.store = store;
    this.rescue = rescue;
    this.post = post;
  }

  /** Begins; carried to its end by {@link #goOn}, at the next start if need be. */
  void begin() throws FieldException {
    store.beginWipe();
  }

  /** Whether one was begun and is not over. */
  boolean going() {
    return store.wiping();
  }

  /** How many rescued drafts wait for the queue. */
  int rescued() throws FieldException {
    return post.waiting();
  }

  /** Goes on with a wipe, and with what was rescued by one. Never throws. */
  void beat() {
    String problem = "";
    try {
      if (!goOn()) {
        problem = "field work: a wipe waits until the kiosk's keys can seal what is left";
      }
    } catch (FieldException e) {
      problem = String.valueOf(e.getMessage());
    }
    told = said(problem, told);
    problem = "";
    try {
      post.handOver();
    } catch (FieldException e) {
      problem = String.valueOf(e.getMessage());
    }
    toldOfPost = said(problem, toldOfPost);
  }

  private static String said(String problem, String before) {
    if (!problem.isEmpty() && !problem.equals(before)) {
      LOG.warn("{}", problem);
    }
    return problem;
  }

  /**
   * Goes on with a wipe that was begun.
   *
   * @return whether none is left to go on with
   */
  boolean goOn() throws FieldException {
    if (!store.wiping()) {
      return true;
    }
    store.clear(KNOWN);
    // Noted now, where the disk had no room for it before.
    store.beginWipe();
    // The counter of numbers is nobody's and stays, so that none is given twice.
    store.remove(Shelf.BOOK, Books.LIST);
    // What a try that was cut off left behind must not pile up.
    post.sweep();
    if (!rescue.sealAll()) {
      return false;
    }
    store.clear(DRAFTS);
    store.endWipe();
    return true;
  }
}

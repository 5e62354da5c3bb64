package egov.kiosk.flow;

import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.session.Floor;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.session.Submission;
import egov.kiosk.flow.view.Views;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The one session a kiosk can have, and the one lock that guards it. Whatever changes the session
 * holds the lock, and shows the change before it lets go.
 */
final class OpenSession implements Floor {
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final Views views;
  private final DeskEvents events;
  private Session session;
  private boolean closed;

  OpenSession(Views views, DeskEvents events) {
    this.views = views;
    this.events = events;
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** The session, or null; under the lock. */
  Session get() {
    return session;
  }

  /** Whether no session can be opened; under the lock. */
  boolean taken() {
    return session != null || closed;
  }

  /** Under the lock. */
  void open(Session begun) {
    session = begun;
  }

  /** The session with this id; under the lock. */
  Session byId(String id) throws DeskException {
    if (session == null || !session.id().equals(id)) {
      throw new DeskException(Reason.NO_SESSION);
    }
    return session;
  }

  /** The session as it is; under the lock. */
  Optional<SessionView> view() {
    return Optional.ofNullable(session).map(views::of);
  }

  /** The session as it is. */
  Optional<SessionView> current() {
    lock.lock();
    try {
      return view();
    } finally {
      lock.unlock();
    }
  }

  /** The session with this id as it is. */
  SessionView view(String id) throws DeskException {
    lock.lock();
    try {
      byId(id);
      return view().orElseThrow();
    } finally {
      lock.unlock();
    }
  }

  /** The session with this id is read in this language from now on. */
  void shownIn(String id, ShownLanguage language) throws DeskException {
    lock.lock();
    try {
      byId(id).language(language);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells of the change that was just made, and forgets a session that has ended; under the lock.
   */
  Optional<SessionView> show() {
    if (session != null && session.state() == SessionState.ENDED) {
      session = null;
    }
    Optional<SessionView> view = view();
    events.session(view);
    return view;
  }

  @Override
  public boolean change(Session meant, BooleanSupplier change) {
    lock.lock();
    try {
      boolean changed = session == meant && change.getAsBoolean();
      if (changed) {
        show();
      }
      return changed;
    } finally {
      lock.unlock();
    }
  }

  /** Wipes the session, whatever it is at, and lets no other be opened. */
  void close() {
    Submission submission;
    lock.lock();
    try {
      closed = true;
      submission = session == null ? null : session.acceptance().submission();
    } finally {
      lock.unlock();
    }
    if (submission != null) {
      submission.await(LAST_WAIT);
    }
    lock.lock();
    try {
      if (session != null) {
        session.wipe();
        session = null;
        show();
      }
    } finally {
      lock.unlock();
    }
  }
}

package egov.kiosk.outboxsqlite.commit;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** One caller's work on its way through a group. The caller's thread waits here. */
final class Ticket<T> {
  private enum Phase {
    WAITING,
    LEADING,
    DONE
  }

  final Work<T> work;
  final Manner manner;

  private final Thread caller = Thread.currentThread();
  private volatile Phase phase = Phase.WAITING;
  private T result;
  private Exception failure;
  private boolean stands;

  /** How work is to be done. */
  enum Manner {
    /** In a transaction, which is on the disk before the caller hears of it. */
    SYNCED,
    /** In a transaction that a power cut may undo. */
    RELAXED,
    /** Outside of any transaction, with no other work beside it. */
    ALONE
  }

  Ticket(Work<T> work, Manner manner) {
    this.work = work;
    this.manner = manner;
  }

  boolean alone() {
    return manner == Manner.ALONE;
  }

  /** Runs the work and remembers what came of it, to be told later. */
  void run() throws SQLException {
    try {
      result = work.run();
      failure = null;
    } catch (OutboxException | RuntimeException e) {
      failure = e;
    }
  }

  /** The work could not be made durable. */
  void fail(Exception e) {
    failure = e;
    stands = true;
  }

  /** What came of the work is final: the transaction it was in is durable. */
  void stand() {
    stands = true;
  }

  /** Tells the caller that its result stands. */
  void done() {
    phase = Phase.DONE;
    wake();
  }

  /** Tells the caller to lead the next group. */
  void lead() {
    phase = Phase.LEADING;
    wake();
  }

  /**
   * Waits until the work is done or this thread is to lead.
   *
   * @return whether to lead
   */
  boolean await() {
    boolean interrupted = false;
    while (phase == Phase.WAITING) {
      LockSupport.park(this);
      // An accepted message must not lose its answer: the interruption is passed on afterwards.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      caller.interrupt();
    }
    return phase == Phase.LEADING;
  }

  T result() throws OutboxException {
    if (!stands) {
      throw new OutboxException(Reason.IO, "the commit was cut short by an error of the program");
    }
    if (failure instanceof OutboxException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    return result;
  }

  private void wake() {
    if (caller != Thread.currentThread()) {
      LockSupport.unpark(caller);
    }
  }
}

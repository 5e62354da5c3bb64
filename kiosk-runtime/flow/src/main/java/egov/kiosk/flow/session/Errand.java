package egov.kiosk.flow.session;

import egov.kiosk.flow.surroundings.Worker;

/**
 * Work for the page a session is at. Leaving the page cancels it, and what it still brings then is
 * dropped.
 */
public abstract class Errand implements Worker.Work {
  private final Session session;
  private final Floor floor;
  private Worker.Job job;

  protected Errand(Session session, Floor floor) {
    this.session = session;
    this.floor = floor;
  }

  /** Hands the work over; called under the desk's lock. */
  public final void begin(Worker worker) {
    session.errand(this);
    job = worker.start(this);
  }

  /** Calls the work back; called under the desk's lock. */
  public final void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Something worth showing on the way. */
  protected final void meanwhile(Runnable change) {
    floor.change(
        session,
        () -> {
          boolean current = session.errand() == this;
          if (current) {
            change.run();
          }
          return current;
        });
  }

  /**
   * The work is done.
   *
   * @return false when nobody waits for the outcome any more
   */
  protected final boolean done(Runnable change) {
    return floor.change(
        session,
        () -> {
          boolean current = session.errand() == this;
          if (current) {
            session.errand(null);
            change.run();
          }
          return current;
        });
  }

  /** The work is over and brought nothing worth showing. */
  protected final void over() {
    floor.change(
        session,
        () -> {
          if (session.errand() == this) {
            session.errand(null);
          }
          return false;
        });
  }

  protected final Session session() {
    return session;
  }
}

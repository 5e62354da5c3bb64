package egov.kiosk.flow;

/**
 * Work for the page a session is at. Leaving the page cancels it, and what it still brings then is
 * dropped.
 */
abstract class Errand implements Worker.Work {
  private final Session session;
  private final Floor floor;
  private Worker.Job job;

  Errand(Session session, Floor floor) {
    this.session = session;
    this.floor = floor;
  }

  /** Hands the work over; called under the desk's lock. */
  final void begin(Worker worker) {
    session.errand(this);
    job = worker.start(this);
  }

  /** Calls the work back; called under the desk's lock. */
  final void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Something worth showing on the way. */
  final void meanwhile(Runnable change) {
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
  final boolean done(Runnable change) {
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
  final void over() {
    floor.change(
        session,
        () -> {
          if (session.errand() == this) {
            session.errand(null);
          }
          return false;
        });
  }

  final Session session() {
    return session;
  }
}

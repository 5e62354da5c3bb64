package egov.kiosk.flow.surroundings;

/** Does work with devices, one piece after the other. */
public interface Worker {
  /** A piece of work. */
  interface Work {
    /** Does it; ends early when interrupted. */
    void run() throws InterruptedException;

    /** Told when {@link #run} threw what nobody expected. */
    void failed();
  }

  /** A piece of work that was handed over. */
  interface Job {
    /** Interrupts it, or takes it back when it has not begun. */
    void cancel();
  }

  /** Hands a piece of work over; never blocks. */
  Job start(Work work);
}

package egov.kiosk.proving.node;

/** Lets writers in, or holds them before their next message. Thread safe. */
final class Gate {
  private boolean open;
  private boolean ended;
  private int inside;

  /**
   * Waits until the gate is open.
   *
   * @return false when there is nothing more to do
   */
  synchronized boolean enter() throws InterruptedException {
    while (!open && !ended) {
      wait();
    }
    if (!ended) {
      inside++;
    }
    return !ended;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }

  synchronized void open() {
    open = true;
    notifyAll();
  }

  /** Returns when nobody is inside. */
  synchronized void shut() throws InterruptedException {
    open = false;
    while (inside > 0) {
      wait();
    }
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }
}

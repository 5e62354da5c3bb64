package egov.kiosk.emulator.reader;

/**
 * One plugging-in of the reader: its side of the cable and the thread that serves it. Closing is
 * pulling the plug.
 */
final class ReaderDevice implements AutoCloseable {
  private static final long STOP_MILLIS = 5_000;

  private final HostSide side;
  private final Thread thread;

  private ReaderDevice(HostSide side, Thread thread) {
    this.side = side;
    this.thread = thread;
  }

  /** Plugs in. */
  static ReaderDevice plug(HostSide side, ReaderLine line) {
    Thread thread = new Thread(line, "emulator-reader-line");
    thread.setDaemon(true);
    thread.start();
    return new ReaderDevice(side, thread);
  }

  /** Where it is. */
  String place() {
    return side.place();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      // The master must not be closed under a thread that reads it: the slave would not hang up.
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    side.close();
  }
}

package egov.kiosk.emulator.reader;

import egov.kiosk.emulator.pty.Pty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One plugging-in of the reader: a pseudo terminal, the link that names it as udev would, and the
 * thread that serves it. Closing is pulling the plug.
 */
final class ReaderDevice implements AutoCloseable {
  private static final long STOP_MILLIS = 5_000;

  private final Pty pty;
  private final Path link;
  private final Thread thread;

  private ReaderDevice(Pty pty, Path link, Thread thread) {
    this.pty = pty;
    this.link = link;
    this.thread = thread;
  }

  /**
   * Plugs in.
   *
   * @throws IOException when there is no pseudo terminal or the link's place is taken by a file
   */
  static ReaderDevice plug(
      Path link, SecurityModule module, ArmedFaults faults, LineCounters counters, Baud baud)
      throws IOException {
    Pty pty = Pty.open();
    try {
      point(link, pty.slave());
    } catch (IOException e) {
      pty.close();
      throw e;
    }
    ReaderLine line = new ReaderLine(pty, module, faults, counters, baud);
    Thread thread = new Thread(line, "emulator-reader-line");
    thread.setDaemon(true);
    thread.start();
    return new ReaderDevice(pty, link, thread);
  }

  /** The device the link points to. */
  Path terminal() {
    return pty.slave();
  }

  private static void point(Path link, Path target) throws IOException {
    if (Files.exists(link) && !Files.isSymbolicLink(link)) {
      throw new IOException(link + " exists and is no symbolic link");
    }
    Path fresh = link.resolveSibling(link.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, target);
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
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
    removeLink();
    pty.close();
  }

  private void removeLink() {
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(pty.slave())) {
        Files.delete(link);
      }
    } catch (IOException e) {
      System.err.println("reader: link stays: " + e.getMessage());
    }
  }
}

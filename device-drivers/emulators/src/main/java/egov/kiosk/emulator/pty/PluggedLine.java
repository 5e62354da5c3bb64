package egov.kiosk.emulator.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One plugging-in of a serial device: a pseudo terminal, the link that names it as udev would, and
 * the thread that serves it. Closing is pulling the plug.
 */
public final class PluggedLine implements AutoCloseable {
  private static final long STOP_MILLIS = 5_000;

  private final Pty pty;
  private final Path link;
  private final Thread thread;

  private PluggedLine(Pty pty, Path link, Thread thread) {
    this.pty = pty;
    this.link = link;
    this.thread = thread;
  }

  /** What the device does with its line; ends on interrupt. */
  public interface Work {
    void serve(Pty pty) throws IOException;
  }

  /**
   * Plugs in.
   *
   * @param link where the driver looks for the device; a symbolic link there is replaced
   * @param name the thread's name
   * @throws IOException when there is no pseudo terminal or the link's place is taken by a file
   */
  public static PluggedLine plug(Path link, String name, Work work) throws IOException {
    Pty pty = Pty.open();
    try {
      point(link, pty.slave());
    } catch (IOException e) {
      pty.close();
      throw e;
    }
    Thread thread = new Thread(() -> serve(work, pty, name), name);
    thread.setDaemon(true);
    thread.start();
    return new PluggedLine(pty, link, thread);
  }

  private static void serve(Work work, Pty pty, String name) {
    try {
      work.serve(pty);
    } catch (IOException e) {
      System.err.println(name + ": line lost: " + e.getMessage());
    }
  }

  /** The device the link points to. */
  public Path terminal() {
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
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(pty.slave())) {
        Files.delete(link);
      }
    } catch (IOException e) {
      System.err.println("emulator: link stays: " + e.getMessage());
    }
    pty.close();
  }
}

package egov.kiosk.emulator.reader;

import egov.kiosk.emulator.pty.Pty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A serial line: a pseudo terminal and the link that names it as udev would. */
final class SerialSide implements HostSide {
  private final Pty pty;
  private final Path link;

  private SerialSide(Pty pty, Path link) {
    this.pty = pty;
    this.link = link;
  }

  /**
   * Plugs in.
   *
   * @throws IOException when there is no pseudo terminal or the link's place is taken by a file
   */
  static SerialSide at(Path link) throws IOException {
    Pty pty = Pty.open();
    try {
      point(link, pty.slave());
      return new SerialSide(pty, link);
    } catch (IOException e) {
      pty.close();
      throw e;
    }
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
  public int read(byte[] buffer, Duration timeout) throws IOException {
    return pty.read(buffer, timeout);
  }

  @Override
  public void write(byte[] bytes, int from, int to) throws IOException {
    pty.write(bytes, from, to);
  }

  @Override
  public boolean speaksAt(Baud baud) throws IOException {
    return pty.speedCode() == baud.termiosCode();
  }

  @Override
  public String place() {
    return "link=" + link + " terminal=" + pty.slave();
  }

  /** The device the link points to. */
  Path terminal() {
    return pty.slave();
  }

  @Override
  public void close() {
    try {
      if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(pty.slave())) {
        Files.delete(link);
      }
    } catch (IOException e) {
      System.err.println("reader: link stays: " + e.getMessage());
    }
    pty.close();
  }
}

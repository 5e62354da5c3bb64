package egov.kiosk.emulator.pty;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * A Linux pseudo terminal: the master end in our hands, the slave end to be opened by a driver as
 * if it were a serial port.
 *
 * <p>What a pseudo terminal shows and hides: the host's baud rate is visible ({@link #speedCode}),
 * parity, character size and modem lines are not; bytes cross at once, so whoever emulates a UART
 * paces them itself.
 *
 * <p>A slave descriptor stays open here for the whole life, otherwise the master reports a hang-up
 * whenever the driver closes its end. Reading and writing belong to one thread; {@link #close} must
 * only be called after that thread has ended, because closing a master does not wake a reader.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/pty.7.html">pty(7)</a>
 */
public final class Pty implements AutoCloseable {
  private static final CLibrary C = CLibrary.INSTANCE;
  private static final int SPEED_BITS = 0x100F;
  private static final int NAME_LENGTH = 128;

  private final int master;
  private final int keptSlave;
  private final Path slavePath;
  private boolean closed;

  private Pty(int master, int keptSlave, Path slavePath) {
    this.master = master;
    this.keptSlave = keptSlave;
    this.slavePath = slavePath;
  }

  /**
   * Makes a new pseudo terminal in raw mode.
   *
   * @throws IOException when the system has none left or /dev/pts is not mounted
   */
  public static Pty open() throws IOException {
    try {
      int master = C.posix_openpt(CLibrary.O_RDWR | CLibrary.O_NOCTTY | CLibrary.O_NONBLOCK);
      C.grantpt(master);
      C.unlockpt(master);
      byte[] name = new byte[NAME_LENGTH];
      C.ptsname_r(master, name, new NativeLong(name.length));
      String slave = Native.toString(name);
      int keptSlave = C.open(slave, CLibrary.O_RDWR | CLibrary.O_NOCTTY);
      CLibrary.Termios settings = new CLibrary.Termios();
      C.tcgetattr(keptSlave, settings);
      C.cfmakeraw(settings);
      C.tcsetattr(keptSlave, CLibrary.TCSANOW, settings);
      return new Pty(master, keptSlave, Path.of(slave));
    } catch (LastErrorException e) {
      throw new IOException("no pseudo terminal: errno " + e.getErrorCode(), e);
    }
  }

  /** The slave device, such as {@code /dev/pts/3}. */
  public Path slave() {
    return slavePath;
  }

  /**
   * Waits for bytes from the host.
   *
   * @return how many bytes were put at the start of the buffer; 0 when none came in time
   */
  public int read(byte[] buffer, Duration timeout) throws IOException {
    try {
      CLibrary.PollEntry entry = new CLibrary.PollEntry();
      entry.fd = master;
      entry.events = CLibrary.POLLIN;
      if (C.poll(entry, new NativeLong(1), Math.toIntExact(timeout.toMillis())) == 0) {
        return 0;
      }
      return C.read(master, buffer, new NativeLong(buffer.length)).intValue();
    } catch (LastErrorException e) {
      if (e.getErrorCode() == CLibrary.EAGAIN || e.getErrorCode() == CLibrary.EINTR) {
        return 0;
      }
      throw new IOException("pseudo terminal not readable: errno " + e.getErrorCode(), e);
    }
  }

  /**
   * Sends bytes to the host without waiting for it.
   *
   * @return how many were taken; fewer than offered when the host reads nothing and the kernel's
   *     buffer is full, which a UART would lose as well
   */
  public int write(byte[] bytes, int from, int to) throws IOException {
    try {
      byte[] part = Arrays.copyOfRange(bytes, from, to);
      return C.write(master, part, new NativeLong(part.length)).intValue();
    } catch (LastErrorException e) {
      if (e.getErrorCode() == CLibrary.EAGAIN || e.getErrorCode() == CLibrary.EINTR) {
        return 0;
      }
      throw new IOException("pseudo terminal not writable: errno " + e.getErrorCode(), e);
    }
  }

  /** The speed bits of the terminal as the host last set them, for example 0x1002 for B115200. */
  public int speedCode() throws IOException {
    try {
      CLibrary.Termios settings = new CLibrary.Termios();
      C.tcgetattr(master, settings);
      return settings.controlFlags & SPEED_BITS;
    } catch (LastErrorException e) {
      throw new IOException("pseudo terminal has no settings: errno " + e.getErrorCode(), e);
    }
  }

  /** Hangs up: a host that has the slave open sees its device disappear. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      C.close(master);
      C.close(keptSlave);
    }
  }
}

package egov.kiosk.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A serial line, 8N1 without flow control, through jSerialComm; this class is its only door.
 *
 * <p>What the library does when a device is pulled decides how this is written: reads answer -1,
 * writes answer 0 and an error code, {@code isOpen} stays true, and its disconnect listener fires
 * without end until the port is closed. So no listener is ever registered: every wait is a read,
 * and a read notices the loss at once.
 */
public final class SerialLink implements Link {
  /** The library's own resolution of a read's timeout on POSIX systems. */
  private static final int SLICE_MILLIS = 100;

  private static final int WRITE_CHUNK = 256;
  private static final int QUEUE_LIMIT = 1024;
  private static final Duration QUEUE_LOOK = Duration.ofMillis(5);

  private final LinkAddress.Serial address;
  private final SerialPort port;
  private volatile boolean closed;

  private SerialLink(LinkAddress.Serial address, SerialPort port) {
    this.address = address;
    this.port = port;
  }

  /**
   * Opens the port for this process alone.
   *
   * @throws LinkException {@link LinkFault#NOT_THERE} when the path does not exist or is no serial
   *     port, {@link LinkFault#CANNOT_OPEN} when it may not be opened or is held by another program
   */
  public static SerialLink open(LinkAddress.Serial address) throws LinkException {
    Path path = Path.of(address.path());
    if (!Files.exists(path)) {
      throw new LinkException(
          LinkFault.NOT_THERE,
          address.path() + " does not exist; plug the device in or correct it");
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN,
          address.path() + " may not be read and written; give this user the port's group");
    }
    SerialPort port = port(address);
    if (!port.openPort()) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN,
          address.path()
              + " does not open (error "
              + port.getLastErrorCode()
              + "); stop the other program that holds it");
    }
    return new SerialLink(address, port);
  }

  private static SerialPort port(LinkAddress.Serial address) throws LinkException {
    try {
      SerialPort port = SerialPort.getCommPort(address.path());
      port.setComPortParameters(address.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
      return port;
    } catch (SerialPortInvalidPortException e) {
      throw new LinkException(
          LinkFault.NOT_THERE, address.path() + " is no serial port; correct the path", e);
    } catch (LinkageError e) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN,
          "the serial library's native part does not load; is the temporary directory noexec?",
          e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException {
    if (timeout.isZero()) {
      int there = alive(port.bytesAvailable());
      return there == 0 ? 0 : alive(port.readBytes(buffer, Math.min(there, length), offset));
    }
    Deadline deadline = Deadline.after(timeout);
    while (true) {
      stopIfInterrupted();
      int count = alive(port.readBytes(buffer, length, offset));
      if (count > 0 || deadline.passed()) {
        return count;
      }
    }
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws LinkException, InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    int sent = 0;
    while (sent < bytes.length) {
      stopIfInterrupted();
      if (alive(port.bytesAwaitingWrite()) > QUEUE_LIMIT) {
        waitForQueue(deadline);
        continue;
      }
      int count = port.writeBytes(bytes, Math.min(WRITE_CHUNK, bytes.length - sent), sent);
      if (count <= 0) {
        throw gone();
      }
      sent += count;
    }
  }

  /** The kernel tells nobody when its queue drains, so it is looked at. */
  private void waitForQueue(Deadline deadline) throws LinkException, InterruptedException {
    if (deadline.passed()) {
      throw new LinkException(
          LinkFault.STUCK, address.path() + " takes no more bytes; restart the device");
    }
    Thread.sleep(QUEUE_LOOK.toMillis());
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while using a serial line");
    }
  }

  private int alive(int answer) throws LinkException {
    if (answer < 0 || closed) {
      throw gone();
    }
    return answer;
  }

  private LinkException gone() {
    return closed
        ? new LinkException(LinkFault.CLOSED, address.path() + " was closed")
        : new LinkException(
            LinkFault.LOST, address.path() + " went away; check the cable and its plug");
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      port.closePort();
    }
  }
}

package egov.kiosk.link;

import java.time.Duration;
import java.util.Arrays;

/**
 * A device with bulk pipes on USB, through libusb. With two pipes bytes simply go and come. With
 * four, as security modules of card readers have them, the seven bytes of a frame's preamble and
 * length go and come on the first pipe of each direction and the rest on the second.
 *
 * <p>One thread reads and writes; closing waits for a transfer under way, a tenth of a second.
 */
final class UsbLink implements Link {
  private static final int SLICE_MILLIS = 100;
  private static final int HEADER_BYTES = 7;
  private static final int LENGTH_AT = 5;

  /** A multiple of every bulk packet size: a shorter buffer overflows when more comes. */
  private static final int PACKET_BUFFER = 4096;

  private final LinkAddress.Usb address;
  private final UsbDevice device;
  private final byte[] packet = new byte[PACKET_BUFFER];
  private final byte[] header = new byte[HEADER_BYTES];
  private byte[] arrived = new byte[0];
  private int headerCount;
  private int bodyLeft;
  private boolean closed;

  private UsbLink(LinkAddress.Usb address, UsbDevice device) {
    this.address = address;
    this.device = device;
  }

  /**
   * Finds and claims the device.
   *
   * @param library libusb's name or path
   */
  static UsbLink open(String library, LinkAddress.Usb address) throws LinkException {
    return new UsbLink(address, UsbDevice.open(LibUsb.load(library), address));
  }

  @Override
  public synchronized int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    while (arrived.length == 0) {
      stopIfClosed();
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while using a USB device");
      }
      int millis = (int) Math.min(SLICE_MILLIS, deadline.remaining().toMillis());
      int count = device.read(pipe(), packet, millis);
      if (count > 0) {
        arrived = Arrays.copyOf(packet, count);
        follow(arrived);
      } else if (deadline.passed()) {
        return 0;
      }
    }
    int count = Math.min(length, arrived.length);
    System.arraycopy(arrived, 0, buffer, offset, count);
    byte[] rest = Arrays.copyOfRange(arrived, count, arrived.length);
    Arrays.fill(arrived, (byte) 0);
    arrived = rest;
    return count;
  }

  private int pipe() {
    return address.pipes().size() == 4 && bodyLeft > 0
        ? address.pipes().get(3)
        : address.pipes().get(address.pipes().size() / 2);
  }

  /** Keeps track of where in a frame the pipes are; only the header says how long the body is. */
  private void follow(byte[] bytes) {
    if (address.pipes().size() != 4) {
      return;
    }
    if (bodyLeft > 0) {
      bodyLeft = Math.max(0, bodyLeft - bytes.length);
      return;
    }
    for (byte one : bytes) {
      header[headerCount++] = one;
      if (headerCount == HEADER_BYTES) {
        bodyLeft =
            Byte.toUnsignedInt(header[LENGTH_AT]) << 8 | Byte.toUnsignedInt(header[LENGTH_AT + 1]);
        headerCount = 0;
      }
    }
  }

  @Override
  public synchronized void write(byte[] bytes, Duration timeout)
      throws LinkException, InterruptedException {
    headerCount = 0;
    bodyLeft = 0;
    if (address.pipes().size() == 4) {
      int cut = Math.min(HEADER_BYTES, bytes.length);
      send(address.pipes().get(0), Arrays.copyOf(bytes, cut), timeout);
      send(address.pipes().get(1), Arrays.copyOfRange(bytes, cut, bytes.length), timeout);
    } else {
      send(address.pipes().get(0), bytes, timeout);
    }
  }

  private void send(int pipe, byte[] bytes, Duration timeout) throws LinkException {
    stopIfClosed();
    if (device.write(pipe, bytes, (int) Math.min(60_000, timeout.toMillis())) < bytes.length) {
      throw new LinkException(
          LinkFault.STUCK, address + " takes no more bytes; restart the device");
    }
  }

  private void stopIfClosed() throws LinkException {
    if (closed) {
      throw new LinkException(LinkFault.CLOSED, address + " was closed");
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Arrays.fill(arrived, (byte) 0);
      Arrays.fill(packet, (byte) 0);
      device.close();
    }
  }
}

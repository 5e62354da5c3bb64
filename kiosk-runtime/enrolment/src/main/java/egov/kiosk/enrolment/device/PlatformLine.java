package egov.kiosk.enrolment.device;

import egov.kiosk.enrolment.message.Frames;
import egov.kiosk.tls.BoundedSocket;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.ServerName;
import egov.kiosk.tls.national.AuthorityPins;
import egov.kiosk.tls.national.OneWayLines;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;

/** A national line on which only the platform proves itself; both messages and time are bounded. */
public final class PlatformLine implements Conversation {
  private static final int CONNECT_MILLIS = 10_000;

  private final BoundedSocket socket;
  private final SecuredLine line;

  private PlatformLine(BoundedSocket socket, SecuredLine line) {
    this.socket = socket;
    this.line = line;
  }

  /**
   * Connects.
   *
   * @param pins the authorities to believe
   * @param patience how long everything together may take
   * @throws IOException saying what to do
   */
  public static PlatformLine connect(
      String host, int port, OneWayLines lines, AuthorityPins pins, Duration patience)
      throws IOException {
    BoundedSocket socket = new BoundedSocket(System::nanoTime);
    boolean open = false;
    try {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      socket.within(Objects.requireNonNull(patience, "patience"));
      PlatformLine line =
          new PlatformLine(socket, lines.connect(socket, ServerName.of(host), pins));
      open = true;
      return line;
    } finally {
      if (!open) {
        socket.close();
      }
    }
  }

  @Override
  public byte[] say(byte[] message) throws IOException {
    Frames.write(line.output(), message);
    return Frames.read(line.input());
  }

  @Override
  public void close() throws IOException {
    line.close();
    socket.close();
  }
}

package egov.kiosk.supervision;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * systemd's socket (sd_notify). Sent by this process itself, so that {@code NotifyAccess=main}
 * suffices; the program systemd-notify would need more, and can hang. Safe for use by several
 * threads.
 */
final class SystemdNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(SystemdNotifier.class);

  private final LibC library = Native.load("c", LibC.class);
  private final byte[] address;
  private final int socket;
  private boolean failing;
  private boolean closed;

  /**
   * @param name what {@code NOTIFY_SOCKET} says
   * @throws IllegalArgumentException when it is no name of a socket
   * @throws LastErrorException when the system gives no socket
   */
  SystemdNotifier(String name) {
    address = SocketAddress.of(name);
    socket = library.socket(LibC.AF_UNIX, LibC.SOCK_DGRAM | LibC.SOCK_CLOEXEC, 0);
  }

  @Override
  public synchronized void tell(String state) {
    if (closed) {
      return;
    }
    byte[] bytes = state.getBytes(StandardCharsets.UTF_8);
    try {
      library.sendto(
          socket, bytes, new NativeLong(bytes.length), LibC.MSG_NOSIGNAL, address, address.length);
      failing = false;
    } catch (LastErrorException e) {
      if (!failing) {
        LOG.error(
            "supervision: systemd cannot be told, errno {}; its watchdog will end this process",
            e.getErrorCode());
      }
      failing = true;
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      library.close(socket);
    }
  }
}

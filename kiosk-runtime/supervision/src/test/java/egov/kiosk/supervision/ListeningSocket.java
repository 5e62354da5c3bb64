package egov.kiosk.supervision;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The other end: what systemd binds and receives on. */
final class ListeningSocket implements AutoCloseable {
  /** The receiving calls. */
  interface Receiving extends Library {
    int socket(int domain, int type, int protocol) throws LastErrorException;

    int bind(int socket, byte[] address, int length) throws LastErrorException;

    int setsockopt(int socket, int level, int name, byte[] value, int length)
        throws LastErrorException;

    NativeLong recv(int socket, byte[] buffer, NativeLong length, int flags)
        throws LastErrorException;

    int close(int socket) throws LastErrorException;
  }

  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;
  private static final int EAGAIN = 11;

  private final Receiving library = Native.load("c", Receiving.class);
  private final int socket;

  ListeningSocket(String name, Duration patience) {
    socket = library.socket(LibC.AF_UNIX, LibC.SOCK_DGRAM, 0);
    byte[] address = SocketAddress.of(name);
    library.bind(socket, address, address.length);
    byte[] timeout =
        ByteBuffer.allocate(16)
            .order(ByteOrder.nativeOrder())
            .putLong(patience.toSeconds())
            .putLong(patience.toNanosPart() / 1000)
            .array();
    library.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, timeout, timeout.length);
  }

  /** The next datagram, or empty when none came in time. */
  Optional<String> receive() {
    byte[] buffer = new byte[4096];
    try {
      int length = library.recv(socket, buffer, new NativeLong(buffer.length), 0).intValue();
      return Optional.of(new String(Arrays.copyOf(buffer, length), StandardCharsets.UTF_8));
    } catch (LastErrorException e) {
      if (e.getErrorCode() == EAGAIN) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    library.close(socket);
  }
}

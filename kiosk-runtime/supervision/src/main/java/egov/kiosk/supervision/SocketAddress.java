package egov.kiosk.supervision;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The name of a Unix socket as the kernel takes it ({@code struct sockaddr_un}): a path, or with
 * {@code @} in front a name that is no file.
 */
final class SocketAddress {
  private SocketAddress() {}

  /**
   * Encodes a name.
   *
   * @throws IllegalArgumentException when it is neither absolute nor abstract, or too long
   */
  static byte[] of(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    boolean free = name.startsWith("@");
    if (!free && !name.startsWith("/")) {
      throw new IllegalArgumentException("NOTIFY_SOCKET is neither a path nor begins with @");
    }
    if (text.length >= LibC.PATH_ROOM) {
      throw new IllegalArgumentException("NOTIFY_SOCKET is longer than a socket's name can be");
    }
    if (free) {
      text[0] = 0;
    }
    // A path ends with a zero byte; an abstract name is as long as the address says.
    return ByteBuffer.allocate(2 + text.length + (free ? 0 : 1))
        .order(ByteOrder.nativeOrder())
        .putShort((short) LibC.AF_UNIX)
        .put(text)
        .array();
  }
}

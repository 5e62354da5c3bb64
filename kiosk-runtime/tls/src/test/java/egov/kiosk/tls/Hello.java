package egov.kiosk.tls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first handshake message in a stream, read from RFC 8446 §4.1.2, §4.1.3 and §5.1 alone.
 *
 * @param type 1 for the client's, 2 for the server's
 * @param suites offered, or the one chosen
 * @param extensions their bodies by number
 */
record Hello(int type, List<Integer> suites, Map<Integer, byte[]> extensions) {
  private static final int HANDSHAKE = 22;

  static Hello in(byte[] stream) {
    ByteBuffer record = ByteBuffer.wrap(stream);
    if (record.get() != HANDSHAKE) {
      throw new IllegalArgumentException("no handshake record");
    }
    record.getShort();
    ByteBuffer message = part(record, record.getShort() & 0xFFFF);
    int type = message.get();
    message.position(message.position() + 3 + 2 + 32);
    part(message, message.get() & 0xFF);
    List<Integer> suites = new ArrayList<>();
    if (type == 1) {
      ByteBuffer offered = part(message, message.getShort() & 0xFFFF);
      while (offered.hasRemaining()) {
        suites.add(offered.getShort() & 0xFFFF);
      }
      part(message, message.get() & 0xFF);
    } else {
      suites.add(message.getShort() & 0xFFFF);
      message.get();
    }
    ByteBuffer all = part(message, message.getShort() & 0xFFFF);
    Map<Integer, byte[]> extensions = new TreeMap<>();
    while (all.hasRemaining()) {
      int number = all.getShort() & 0xFFFF;
      ByteBuffer body = part(all, all.getShort() & 0xFFFF);
      byte[] bytes = new byte[body.remaining()];
      body.get(bytes);
      extensions.put(number, bytes);
    }
    return new Hello(type, suites, extensions);
  }

  /** Two bytes of an extension's body. */
  int number(int extension, int at) {
    return ByteBuffer.wrap(extensions.get(extension)).getShort(at) & 0xFFFF;
  }

  private static ByteBuffer part(ByteBuffer of, int length) {
    ByteBuffer part = of.slice(of.position(), length);
    of.position(of.position() + length);
    return part;
  }
}

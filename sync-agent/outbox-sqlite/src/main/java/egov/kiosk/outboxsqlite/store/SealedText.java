package egov.kiosk.outboxsqlite.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Columns one after the other, so that no two different rows give the same bytes. */
final class SealedText {
  private ByteBuffer bytes = ByteBuffer.allocate(512);

  SealedText text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    length(utf8.length);
    room(utf8.length).put(utf8);
    return this;
  }

  SealedText number(long number) {
    room(Long.BYTES).putLong(number);
    return this;
  }

  SealedText length(int length) {
    room(Integer.BYTES).putInt(length);
    return this;
  }

  void into(MessageDigest digest) {
    digest.update(bytes.array(), 0, bytes.position());
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private ByteBuffer room(int needed) {
    if (bytes.remaining() < needed) {
      ByteBuffer larger = ByteBuffer.allocate(2 * (bytes.position() + needed));
      larger.put(bytes.flip());
      bytes = larger;
    }
    return bytes;
  }
}

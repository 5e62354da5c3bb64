package egov.kiosk.enrolment.message;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Messages on a line: four bytes of length, big-endian, then so many bytes. */
public final class Frames {
  private Frames() {}

  /** Writes one. */
  public static void write(OutputStream out, byte[] message) throws IOException {
    out.write(
        ByteBuffer.allocate(Integer.BYTES + message.length)
            .putInt(message.length)
            .put(message)
            .array());
    out.flush();
  }

  /**
   * Reads one.
   *
   * @throws IOException when it is larger than any message of ours, or the line ends before it does
   */
  public static byte[] read(InputStream in) throws IOException {
    byte[] head = in.readNBytes(Integer.BYTES);
    if (head.length < Integer.BYTES) {
      throw new EOFException("the line ended");
    }
    int length = ByteBuffer.wrap(head).getInt();
    if (length < 1 || length > Sheet.LARGEST) {
      throw new IOException("a message of a length that none has");
    }
    byte[] message = in.readNBytes(length);
    if (message.length < length) {
      throw new EOFException("the line ended in the middle of a message");
    }
    return message;
  }
}

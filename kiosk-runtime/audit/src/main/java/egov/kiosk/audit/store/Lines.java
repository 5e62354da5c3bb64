package egov.kiosk.audit.store;

import egov.kiosk.audit.record.Entry;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Reads the lines of a segment one after the other, whatever the bytes are. For one thread. */
public final class Lines implements Closeable {
  private final InputStream in;

  /** Reads a segment from its beginning. */
  public Lines(Segment segment) throws IOException {
    this(segment, 0);
  }

  /**
   * Reads a segment from a place on.
   *
   * @param offset bytes of lines that are passed over, as they are before packing
   * @throws IOException also when it is not as long
   */
  public Lines(Segment segment, long offset) throws IOException {
    in = segment.open();
    try {
      in.skipNBytes(offset);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * A line.
   *
   * @param bytes without the line feed; only the first ones of a line no record is as long as
   * @param length how many bytes it has, its line feed included
   * @param complete whether it ends with a line feed
   */
  public record Line(byte[] bytes, long length, boolean complete) {}

  /** The next line; null at the end. */
  public Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    long length = 0;
    for (int unit = in.read(); unit >= 0; unit = in.read()) {
      length++;
      if (unit == '\n') {
        return new Line(bytes.toByteArray(), length, true);
      }
      if (bytes.size() < Entry.LONGEST) {
        bytes.write(unit);
      }
    }
    return length == 0 ? null : new Line(bytes.toByteArray(), length, false);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package egov.kiosk.camera.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of {@code multipart/x-mixed-replace} (RFC 2046, 5.1), each a JPEG picture. Nothing a
 * peer says makes it keep more than one picture of the allowed size.
 */
public final class PartReader {
  /** What may stand between a part and the next boundary, in bytes. */
  private static final int MOST_BETWEEN = 256;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final InputStream in;
  private final Lines lines;
  private final int mostBytes;
  private final byte[] delimiter;
  private boolean atHeaders;
  private boolean ended;

  /**
   * @param in buffered; read to the end of a part, and not further
   * @param boundary 1 to 70 characters
   * @param mostBytes the longest part
   */
  public PartReader(InputStream in, String boundary, int mostBytes) {
    this.in = in;
    this.lines = new Lines(in);
    this.mostBytes = mostBytes;
    this.delimiter = ("--" + boundary).getBytes(ISO_8859_1);
  }

  /**
   * The next part.
   *
   * @return the picture's bytes, unjudged, or empty after the last
   * @throws IOException when it is none, too long, or cut off
   */
  public Optional<byte[]> next() throws IOException {
    if (!atHeaders && !ended) {
      toBoundary();
    }
    if (ended) {
      return Optional.empty();
    }
    atHeaders = false;
    Map<String, String> fields = lines.fields();
    String kind = fields.getOrDefault("content-type", "image/jpeg").toLowerCase(Locale.ROOT);
    if (!kind.equals("image/jpeg") && !kind.startsWith("image/jpeg;")) {
      throw new IOException("a part is no JPEG picture");
    }
    String length = fields.get("content-length");
    return Optional.of(length == null ? upToBoundary() : exactly(length));
  }

  private void toBoundary() throws IOException {
    String mark = new String(delimiter, ISO_8859_1);
    int skipped = 0;
    String line = lines.line();
    while (!line.startsWith(mark)) {
      skipped += line.length() + 1;
      if (skipped > MOST_BETWEEN) {
        throw new IOException("no boundary where one should be");
      }
      line = lines.line();
    }
    ended = line.startsWith("--", mark.length());
  }

  private byte[] exactly(String length) throws IOException {
    int bytes = NUMBER.matcher(length).matches() ? Integer.parseInt(length) : -1;
    if (bytes < 1 || bytes > mostBytes) {
      throw new IOException("a part's length is not allowed");
    }
    byte[] part = in.readNBytes(bytes);
    if (part.length < bytes) {
      throw new EOFException("the answer ended in a picture");
    }
    return part;
  }

  /** A part that does not say its length ends before a line break and the boundary. */
  private byte[] upToBoundary() throws IOException {
    byte[] part = new byte[Math.min(mostBytes, 64 * 1024)];
    int length = 0;
    while (!endsWithDelimiter(part, length)) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the answer ended in a picture");
      }
      if (length == part.length) {
        if (length >= mostBytes + delimiter.length) {
          throw new IOException("a part is too long");
        }
        byte[] longer = Arrays.copyOf(part, Math.min(2 * length, mostBytes + delimiter.length));
        Arrays.fill(part, (byte) 0);
        part = longer;
      }
      part[length++] = (byte) next;
    }
    ended = lines.line().startsWith("--");
    atHeaders = !ended;
    int end = length - delimiter.length;
    end -= end > 0 && part[end - 1] == '\n' ? 1 : 0;
    end -= end > 0 && part[end - 1] == '\r' ? 1 : 0;
    byte[] picture = Arrays.copyOf(part, end);
    Arrays.fill(part, (byte) 0);
    return picture;
  }

  private boolean endsWithDelimiter(byte[] part, int length) {
    int from = length - delimiter.length;
    return from >= 0
        && (from == 0 || part[from - 1] == '\n')
        && Arrays.equals(part, from, length, delimiter, 0, delimiter.length);
  }
}

package egov.kiosk.transfer;

import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.outbox.ParcelRefusedException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The lines of a file from removable media: each ends in one line feed, none is longer than a
 * parcel can be. For one thread.
 */
final class FileLines implements AutoCloseable {
  private final InputStream in;

  private FileLines(InputStream in) {
    this.in = in;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it is not an ordinary file; no device, pipe or link is ever opened
   */
  static FileLines open(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not an ordinary file");
    }
    return new FileLines(
        new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), 1 << 16));
  }

  /**
   * The next line without its line feed, or null at the end.
   *
   * @throws ParcelRefusedException {@code MALFORMED} when it is too long or the file ends in it
   */
  String next() throws IOException, ParcelRefusedException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 && line.isEmpty()) {
        return null;
      }
      if (c < 0 || line.length() == ParcelText.LONGEST) {
        throw new ParcelRefusedException(Reason.MALFORMED, "a line does not end where it should");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

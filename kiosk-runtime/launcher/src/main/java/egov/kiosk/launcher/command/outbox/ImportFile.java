package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.logging.OneLineEncoder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Reads a file from removable media line by line; knows nothing of what the lines mean, but lets
 * nothing through that could not be a line. For one thread.
 */
final class ImportFile implements AutoCloseable {
  private static final int LONGEST = 128 * 1024;

  private final Path path;
  private final InputStream in;
  private int number;

  private ImportFile(Path path, InputStream in) {
    this.path = path;
    this.in = in;
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it is not an ordinary file; no device, pipe or link is ever opened
   */
  static ImportFile open(Path path) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(
          shown(path) + " is not an ordinary file; name the file itself, not a link or a device");
    }
    return new ImportFile(
        path,
        new BufferedInputStream(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), 1 << 16));
  }

  /** A path as it can be shown, whatever its name holds. */
  static String shown(Path path) {
    return OneLineEncoder.escape(path.toString()).toString();
  }

  /**
   * The next line without its line feed, or null at the end.
   *
   * @throws IOException when what comes is no line of letters, digits, plus, slash and equals sign
   */
  String next() throws IOException {
    number++;
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 && line.isEmpty()) {
        return null;
      }
      if (c < 0 || line.length() == LONGEST || !isPartOfLine(c)) {
        throw new IOException(refusal("is not a line of a queue's export, or is cut off"));
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private static boolean isPartOfLine(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/'
        || c == '=';
  }

  /** What to say when the line read last is refused. */
  String refusal(String why) {
    return shown(path)
        + " is refused whole: line "
        + number
        + " "
        + why
        + ". Nothing was taken; export again on the kiosk it came from";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package egov.kiosk.launcher.command.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/**
 * The file an export goes to. It is made with the first line, never over something that is there,
 * and is gone again unless it was finished: on the medium, whole.
 */
final class ExportFile implements AutoCloseable {
  private final Path path;
  private FileChannel channel;
  private boolean finished;

  /**
   * @throws IOException when something is there already
   */
  ExportFile(Path path) throws IOException {
    this.path = path;
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(path);
    }
  }

  private static IOException taken(Path path) {
    return new IOException(path + " is there already; name a new file");
  }

  void write(String line) throws IOException {
    if (channel == null) {
      channel = create();
    }
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private FileChannel create() throws IOException {
    try {
      return FileChannel.open(
          path,
          EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw taken(path);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Makes sure that what was written is on the medium. */
  void finish() throws IOException {
    if (channel != null) {
      try {
        channel.force(true);
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
    finished = true;
  }

  private IOException unwritable(IOException why) {
    return new IOException(
        path + " cannot be written (" + why.getMessage() + "); use another medium", why);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      if (!finished) {
        Files.deleteIfExists(path);
      }
    }
  }
}

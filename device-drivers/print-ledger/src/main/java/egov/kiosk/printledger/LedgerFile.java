package egov.kiosk.printledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The open end of the journal. A line that was appended is on disk when the call returns. Plain
 * files instead of channels: an interrupted caller must not close the journal. Not thread safe.
 */
final class LedgerFile implements Closeable {
  private final RandomAccessFile file;
  private long length;

  private LedgerFile(RandomAccessFile file, long length) {
    this.file = file;
    this.length = length;
  }

  /**
   * Opens the file to go on after its first {@code length} bytes; what is behind is cut off.
   *
   * @throws IOException when the disk does not let it
   */
  static LedgerFile open(Path path, long length) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      if (file.length() > length) {
        file.setLength(length);
      }
      file.getFD().sync();
      syncDirectory(path.toAbsolutePath().getParent());
      return new LedgerFile(file, length);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Appends and waits for the disk; after a failure the next call first cuts the rest off. */
  void append(byte[] bytes) throws IOException {
    if (file.length() != length) {
      file.setLength(length);
    }
    file.seek(length);
    file.write(bytes);
    file.getFD().sync();
    length += bytes.length;
  }

  long length() {
    return length;
  }

  /** Makes names in a directory durable. */
  static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

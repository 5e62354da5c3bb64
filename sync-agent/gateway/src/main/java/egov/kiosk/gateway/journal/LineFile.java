package egov.kiosk.gateway.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines that only grows, forced to the disk before anybody is told. A last line that was
 * cut off by a crash was told to nobody and is taken away at the next start; damage anywhere else
 * stops the start. For one process; not safe for several threads.
 */
final class LineFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineFile.class);

  private final FileChannel file;

  private LineFile(FileChannel file) {
    this.file = file;
  }

  /** Takes one line at the start. */
  interface Reader {
    void line(String line) throws IOException;
  }

  /**
   * Opens or creates the file and reads it.
   *
   * @throws IOException when a line is not one the reader takes, or the file is open elsewhere
   */
  static LineFile open(Path path, Reader reader) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (lock(file) == null) {
        throw new IOException(path + " is in use; stop the other platform first");
      }
      LineFile opened = new LineFile(file);
      opened.load(path, reader);
      return opened;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Appends lines, all or none; when this returns they survive a power cut. */
  void append(List<String> lines) throws IOException {
    long end = file.size();
    ByteBuffer bytes =
        ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      long at = end;
      while (bytes.hasRemaining()) {
        at += file.write(bytes, at);
      }
      file.force(true);
    } catch (IOException e) {
      file.truncate(end);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void load(Path path, Reader reader) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int start = 0;
    int number = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        number++;
        String line = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        try {
          reader.line(line);
        } catch (IOException e) {
          throw new IOException(path + " line " + number + " is damaged; restore the file", e);
        }
        start = at + 1;
      }
    }
    if (start < bytes.length) {
      LOG.warn("{} ended in an unfinished line; nobody was told of it and it is gone", path);
      file.truncate(start);
      file.force(true);
    }
  }
}

package egov.kiosk.platform.intake;

import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was accepted, one JSON line each, appended and forced to the disk before anybody is told:
 * the platform's memory of message ids. A last line that was cut off by a crash was told to nobody
 * and is taken away at the next start; damage anywhere else stops the start. Safe for several
 * threads.
 */
public final class AcceptedJournal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AcceptedJournal.class);

  private final FileChannel file;
  private final Map<TransactionId, Accepted> byId = new LinkedHashMap<>();

  private AcceptedJournal(FileChannel file) {
    this.file = file;
  }

  /**
   * Opens or creates the file and reads it.
   *
   * @throws IOException when it is damaged, or open in another process
   */
  public static AcceptedJournal open(Path path) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = lock(file);
      if (lock == null) {
        throw new IOException(path + " is in use; stop the other platform first");
      }
      AcceptedJournal journal = new AcceptedJournal(file);
      journal.load(path);
      return journal;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** The message with this id, if it was accepted. */
  public synchronized Optional<Accepted> find(TransactionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Everything accepted, oldest first. */
  public synchronized List<Accepted> all() {
    return List.copyOf(byId.values());
  }

  /** Appends a message with a new id; when this returns it survives a power cut. */
  public synchronized void append(Accepted accepted) throws IOException {
    if (byId.containsKey(accepted.id())) {
      throw new IllegalArgumentException("this id was accepted before");
    }
    long end = file.size();
    ByteBuffer line =
        ByteBuffer.wrap((AcceptedLine.write(accepted) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      long at = end;
      while (line.hasRemaining()) {
        at += file.write(line, at);
      }
      file.force(true);
    } catch (IOException e) {
      file.truncate(end);
      throw e;
    }
    byId.put(accepted.id(), accepted);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  private static FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void load(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int start = 0;
    int number = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        number++;
        String line = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        try {
          Accepted accepted = AcceptedLine.read(line);
          byId.put(accepted.id(), accepted);
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

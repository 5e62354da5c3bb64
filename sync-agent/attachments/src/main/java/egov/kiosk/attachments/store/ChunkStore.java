package egov.kiosk.attachments.store;

import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Chunks of attachments, encrypted, one directory for each attachment:
 *
 * <pre>
 * {id}/00000 00001 ...  the chunks; all of them are durable before the manifest is queued
 * {id}/queued           the manifest was queued: this directory is somebody's, whatever happens
 * {id}/sent             what the broker took, a hint that may be lost
 * </pre>
 *
 * A directory whose manifest is not queued and that has no {@code queued} is nobody's: its writer
 * was cut off. Safe for use by several threads on different attachments.
 */
public final class ChunkStore {
  private static final String QUEUED = "queued";
  private static final String SENT = "sent";
  private static final String CHUNK = "[0-9]{5}";

  private final Path root;
  private final Disk disk;

  /**
   * @param root the directory of all attachments
   * @param disk where it is
   */
  public ChunkStore(Path root, Disk disk) {
    this.root = Objects.requireNonNull(root, "root");
    this.disk = Objects.requireNonNull(disk, "disk");
  }

  /** Begins an attachment; nothing of it counts until it is {@link #mark}ed or queued. */
  public void begin(TransactionId id) throws IOException {
    disk.createDirectory(root);
    disk.createDirectory(directory(id));
  }

  /** Writes one chunk, not yet durable. */
  public void write(TransactionId id, int index, byte[] sealed) throws IOException {
    disk.create(chunk(id, index), sealed);
  }

  /** Makes all chunks written so far durable. */
  public void force(TransactionId id, int chunks) throws IOException {
    for (int index = 0; index < chunks; index++) {
      disk.force(chunk(id, index));
    }
    disk.force(directory(id));
    disk.force(root);
  }

  /** Notes that the manifest is queued. */
  public void mark(TransactionId id) throws IOException {
    if (!marked(id)) {
      Path mark = directory(id).resolve(QUEUED);
      disk.append(mark, new byte[] {'\n'});
      disk.force(mark);
      disk.force(directory(id));
    }
  }

  /** Whether the manifest was queued, as far as this directory knows. */
  public boolean marked(TransactionId id) throws IOException {
    return disk.length(directory(id).resolve(QUEUED)) > 0;
  }

  /** Every attachment that has a directory. */
  public List<TransactionId> attachments() throws IOException {
    List<TransactionId> found = new ArrayList<>();
    for (Path directory : disk.list(root)) {
      try {
        found.add(new TransactionId(directory.getFileName().toString()));
      } catch (IllegalArgumentException notOurs) {
        // Whoever put it there takes it away.
      }
    }
    return found;
  }

  /** How many chunks there are, and their bytes; nothing for an attachment that is not here. */
  public Extent extent(TransactionId id) throws IOException {
    int chunks = 0;
    long bytes = 0;
    for (Path file : disk.list(directory(id))) {
      if (file.getFileName().toString().matches(CHUNK)) {
        chunks++;
        bytes += disk.length(file);
      }
    }
    return new Extent(chunks, bytes);
  }

  /** The bytes of a chunk. */
  public byte[] read(TransactionId id, int index) throws IOException {
    return disk.read(chunk(id, index));
  }

  /** What the broker took of an attachment. */
  public Progress progress(TransactionId id) {
    return new Progress(directory(id).resolve(SENT), disk);
  }

  /** Deletes an attachment; cut off in the middle, the rest is nobody's. */
  public void delete(TransactionId id) throws IOException {
    Path directory = directory(id);
    if (marked(id)) {
      disk.delete(directory.resolve(QUEUED));
      disk.force(directory);
    }
    for (Path file : disk.list(directory)) {
      disk.delete(file);
    }
    disk.delete(directory);
  }

  /** Bytes that may still be written. */
  public long usable() throws IOException {
    disk.createDirectory(root);
    return disk.usable(root);
  }

  private Path directory(TransactionId id) {
    return root.resolve(id.value());
  }

  private Path chunk(TransactionId id, int index) {
    return directory(id).resolve(String.format(Locale.ROOT, "%05d", index));
  }
}

package egov.kiosk.audit.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** One writer a directory; the operating system's lock, which ends with the process. */
public final class DirectoryLock implements Closeable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock; makes the directory when it is not there.
   *
   * @throws IOException when another writer holds it
   */
  public static DirectoryLock take(Path directory) throws IOException {
    Disk.directory(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("audit.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            Disk.OWNER_FILE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held within this very process.
    }
    if (lock == null) {
      channel.close();
      throw new IOException("the audit log in " + directory + " is open in another runtime");
    }
    return new DirectoryLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

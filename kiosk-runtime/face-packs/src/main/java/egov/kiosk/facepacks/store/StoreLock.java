package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePackException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One command at a time changes a store. The lock ends with its process. */
final class StoreLock implements AutoCloseable {
  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  static StoreLock take(Path store) throws IOException, FacePackException {
    FileChannel channel =
        FileChannel.open(
            store.resolve("store.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new StoreLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held within this process: refused just the same.
    }
    channel.close();
    throw new FacePackException("another command works on this store; wait for it to end");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

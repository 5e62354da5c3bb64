package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second runtime off the same queue. The kernel drops the lock with the process, so nothing
 * stale is ever left; the file itself stays.
 */
public final class RuntimeLock implements AutoCloseable {
  /** The lock file's name. */
  public static final String NAME = "outbox.lock";

  private final FileChannel channel;

  private RuntimeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws OutboxException {@code LOCKED} when another runtime has it
   */
  public static RuntimeLock take(StateDirectory directory) throws OutboxException {
    Path file = directory.create(NAME);
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      FileLock lock = channel.tryLock();
      taken = lock != null;
    } catch (OverlappingFileLockException e) {
      // Held by this very process: the same answer as for another one.
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot lock " + file, e);
    } finally {
      if (!taken) {
        closeQuietly(channel);
      }
    }
    if (!taken) {
      throw new OutboxException(
          Reason.LOCKED, "another runtime uses " + directory.path() + "; stop it first");
    }
    return new RuntimeLock(channel);
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Closing releases the lock in any case; there is nothing left to do.
    }
  }
}

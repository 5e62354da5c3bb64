package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One helper at a time. The lock is the operating system's and ends with the process. */
final class BootLock implements AutoCloseable {
  private final FileChannel channel;

  private BootLock(FileChannel channel) {
    this.channel = channel;
  }

  static BootLock take(Path directory, Duration patience)
      throws IOException, UpdateRefusedException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    long end = System.nanoTime() + patience.toNanos();
    FileLock lock = attempt(channel);
    while (lock == null && System.nanoTime() - end < 0) {
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      lock = attempt(channel);
    }
    if (lock == null) {
      channel.close();
      throw new UpdateRefusedException(
          Refusal.BUSY, "another install or switch is under way; try again later");
    }
    return new BootLock(channel);
  }

  private static FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process, which Java tells in another way.
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

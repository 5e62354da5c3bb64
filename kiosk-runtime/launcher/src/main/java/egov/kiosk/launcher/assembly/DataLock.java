package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.Installation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * One runtime a data directory. The lock is the operating system's and ends with the process, so a
 * power cut leaves nothing to clean up.
 */
public final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock; makes the directory owner-only when it is not there.
   *
   * @throws IOException when another runtime holds it, or a framework of others is to run it; says
   *     what to do
   */
  public static DataLock take(Path data) throws IOException {
    if (Installation.plugins().isPresent()) {
      // Started from here it would have our file's settings, not those of the framework's pages.
      throw new IOException(
          "no kiosk answers here, and the framework alone runs it: systemctl start kura, then look"
              + " into its log; this command starts nothing");
    }
    if (!Files.isDirectory(data, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    FileChannel channel =
        FileChannel.open(
            data.resolve("kiosk.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException(
          "another runtime uses " + data + "; stop it first, or name another --data");
    }
    return new DataLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

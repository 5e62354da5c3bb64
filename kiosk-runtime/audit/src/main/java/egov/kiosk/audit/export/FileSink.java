package egov.kiosk.audit.export;

import egov.kiosk.audit.record.Entry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A file that is not there yet, owner-only, one record a line. */
public final class FileSink implements Sink {
  private final FileChannel channel;
  private final OutputStream out;
  private final Optional<Syslog> syslog;

  /**
   * Makes the file.
   *
   * @param syslog how to say a record as syslog; empty for the record's own line
   */
  public FileSink(Path file, Optional<Syslog> syslog) throws IOException {
    this.syslog = syslog;
    channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
  }

  @Override
  public void put(Entry entry, byte[] line) throws IOException {
    out.write(syslog.isPresent() ? syslog.get().message(entry, line) : line);
    out.write('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

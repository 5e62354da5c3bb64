package egov.kiosk.downlink.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

/**
 * One line for each thing that was ordered and done, only ever added to (审计). Each line is on the
 * disk when {@link #note} returns. For one thread.
 */
public final class AuditFile {
  private static final int LONGEST = 500;

  private final Path path;

  public AuditFile(Path path) {
    this.path = path;
  }

  /**
   * Adds a line.
   *
   * @param words what happened; whatever is not printable becomes {@code ?}
   */
  public void note(Instant at, String... words) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    String text = String.join(" ", words).replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    String line = at + " " + (text.length() > LONGEST ? text.substring(0, LONGEST) : text) + "\n";
    try (FileChannel channel =
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}

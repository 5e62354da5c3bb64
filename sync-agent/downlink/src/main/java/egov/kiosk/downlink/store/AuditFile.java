package egov.kiosk.downlink.store;

import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line for each thing that was ordered and done, only ever added to (审计). Each line is on the
 * disk when {@link #note} returns. Safe for use by several threads.
 */
public final class AuditFile implements RetainedStore {
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
  public synchronized void note(Instant at, String... words) throws IOException {
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

  @Override
  public Holding holding() {
    return Holding.ORDER_LINES;
  }

  @Override
  public synchronized Due due(Instant before) throws IOException {
    Due due = Due.NOTHING;
    for (String line : lines()) {
      due = due.and(at(line).filter(before::isAfter).map(Due::one).orElse(Due.NOTHING));
    }
    return due;
  }

  /** All of them at once: the file is written anew without them. */
  @Override
  public synchronized Due destroy(Instant before, int limit) throws IOException {
    Due due = due(before);
    if (due.count() > 0) {
      StringBuilder kept = new StringBuilder();
      for (String line : lines()) {
        if (at(line).filter(before::isAfter).isEmpty()) {
          kept.append(line).append('\n');
        }
      }
      new Disk().replace(path, kept.toString().getBytes(StandardCharsets.UTF_8));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
    return due;
  }

  private List<String> lines() throws IOException {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList()
        : List.of();
  }

  /** A line nobody can date stays. */
  private static Optional<Instant> at(String line) {
    int space = line.indexOf(' ');
    try {
      return space < 0 ? Optional.empty() : Optional.of(Instant.parse(line.substring(0, space)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

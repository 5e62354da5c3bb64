package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A directory that belongs to this user and to nobody else. Everything the queue writes lies in it;
 * no symbolic link is ever followed out of it.
 */
public final class StateDirectory {
  private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_ONLY_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final int owner;

  private StateDirectory(Path path, int owner) {
    this.path = path;
    this.owner = owner;
  }

  /**
   * Creates the directory, or checks the one that is there.
   *
   * @throws OutboxException {@code IO} when it is not a directory of this user with mode 0700
   */
  public static StateDirectory open(Path path) throws OutboxException {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(absolute, ownerOnly(OWNER_ONLY_DIRECTORY));
        sync(absolute.getParent());
      }
      return check(absolute);
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot use directory " + absolute, e);
    }
  }

  /** Checks a directory that must be there already, without creating anything. */
  public static StateDirectory existing(Path path) throws OutboxException {
    Path absolute = path.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute, LinkOption.NOFOLLOW_LINKS)) {
      throw new OutboxException(Reason.IO, "there is no queue in " + absolute);
    }
    try {
      return check(absolute);
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot use directory " + absolute, e);
    }
  }

  private static StateDirectory check(Path path) throws IOException, OutboxException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(path, "is not a directory itself (a symbolic link is not followed)");
    }
    int self = uid(Path.of("/proc/self"));
    if (uid(path) != self) {
      throw refused(path, "belongs to another user; give it to the user of the runtime");
    }
    EnumSet<PosixFilePermission> open = EnumSet.copyOf(permissions(path));
    open.removeAll(OWNER_ONLY_DIRECTORY);
    if (!open.isEmpty()) {
      throw refused(path, "is open to other users; set its mode to 0700");
    }
    return new StateDirectory(path, self);
  }

  public Path path() {
    return path;
  }

  /** A file in this directory, which may be missing. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** Whether there is something with this name. */
  public boolean has(String name) {
    return Files.exists(file(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** Bytes in the file; 0 when it is missing or no file itself. */
  public long size(String name) {
    Path file = file(name);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file.toFile().length() : 0;
  }

  /**
   * Makes sure that a file, if it is there, is an ordinary file of this user, reachable by this one
   * name and closed to others. Wider permissions are taken away.
   */
  public void secure(String name) throws OutboxException {
    Path file = file(name);
    if (!has(name)) {
      return;
    }
    try {
      boolean ordinary =
          Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && uid(file) == owner
              && (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) == 1;
      if (!ordinary) {
        throw refused(file, "is not an ordinary file of the runtime's user, or is a link");
      }
      if (!permissions(file).equals(OWNER_ONLY_FILE)) {
        Files.setPosixFilePermissions(file, OWNER_ONLY_FILE);
      }
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot look at " + file, e);
    }
  }

  /** Creates an empty file with mode 0600, unless it is there already. */
  public Path create(String name) throws OutboxException {
    secure(name);
    if (!has(name)) {
      try {
        Files.createFile(file(name), ownerOnly(OWNER_ONLY_FILE));
      } catch (IOException e) {
        throw new OutboxException(Reason.IO, "cannot create " + file(name), e);
      }
    }
    return file(name);
  }

  /** Removes a file; one that is not there is fine. */
  public void remove(String name) throws OutboxException {
    try {
      Files.deleteIfExists(file(name));
      sync();
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot remove " + file(name), e);
    }
  }

  /** Creates a directory with mode 0700 inside this one. */
  public Path createDirectory(String name) throws IOException {
    Path directory = file(name);
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return directory;
    }
    return Files.createDirectory(directory, ownerOnly(OWNER_ONLY_DIRECTORY));
  }

  /** Makes the directory's own entries durable. */
  public void sync() throws IOException {
    sync(path);
  }

  static void sync(Path directory) throws IOException {
    if (directory != null) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static OutboxException refused(Path path, String why) {
    return new OutboxException(Reason.IO, path + " " + why);
  }

  private static int uid(Path path) throws IOException {
    boolean self = path.startsWith("/proc");
    return self
        ? (int) Files.getAttribute(path, "unix:uid")
        : (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static FileAttribute<Set<PosixFilePermission>> ownerOnly(Set<PosixFilePermission> set) {
    return PosixFilePermissions.asFileAttribute(set);
  }
}

package egov.kiosk.outboxsqlite.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Which files the database and its log were when they were opened. SQLite goes on writing into a
 * file that somebody has removed, and what it writes there is gone with the process.
 *
 * <p>Nothing can be removed, renamed or made in a directory without a new time of change on it: as
 * long as that time stays, the last look still holds. Whoever puts that time back, too, is noticed
 * within a second. Times may be as coarse as a tick of the system's clock, so that a look counts
 * only when it came well after the change before it.
 */
final class OpenFiles {
  private static final long SETTLED_NANOS = 200_000_000;
  private static final long AGAIN_NANOS = 1_000_000_000;

  private final File directory;
  private final Path database;
  private final Path log;
  private final Object databaseKey;
  private final Object logKey;
  private long changed;
  private long changeSeen;
  private long looked;

  OpenFiles(Path database) {
    this.directory = database.toAbsolutePath().getParent().toFile();
    this.database = database;
    this.log = database.resolveSibling(database.getFileName() + "-wal");
    this.databaseKey = key(database);
    this.logKey = key(log);
    this.changeSeen = System.nanoTime();
    this.looked = changeSeen;
  }

  /** Whether they still are, as far as the last look can tell. Called by one thread at a time. */
  boolean untouched() {
    long time = directory.lastModified();
    long now = System.nanoTime();
    boolean same = time == changed && time != 0;
    if (same && looked - changeSeen > SETTLED_NANOS && now - looked < AGAIN_NANOS) {
      return true;
    }
    if (!same) {
      changed = time;
      changeSeen = now;
    }
    looked = now;
    return inPlace();
  }

  /** Whether they still are. */
  boolean inPlace() {
    return Objects.equals(databaseKey, key(database)) && Objects.equals(logKey, key(log));
  }

  /** Device and inode; null when there is nothing. */
  private static Object key(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (IOException e) {
      return null;
    }
  }
}

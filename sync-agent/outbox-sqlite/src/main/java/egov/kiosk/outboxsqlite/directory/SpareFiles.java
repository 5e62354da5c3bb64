package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Empty files put aside. A disk may have room and yet take no further file (a file system has a
 * fixed number of inodes); given up, these are enough to open a queue with its log, to salvage it,
 * and to say so. Whoever fills a disk with files leaves the queue what it needs to drain.
 */
public final class SpareFiles {
  private static final String NAME = Reserve.NAME + "-";
  private static final String TRIAL = NAME + "trial";

  /** Log and shared memory; a salvage, what it says, and where it puts two of the files. */
  private static final int COUNT = 8;

  private final StateDirectory directory;

  public SpareFiles(StateDirectory directory) {
    this.directory = directory;
  }

  /** Whether the disk takes one more file. Makes one and removes it again. */
  public boolean anotherFits() {
    Path trial = directory.file(TRIAL);
    try {
      Files.deleteIfExists(trial);
      directory.create(TRIAL);
      Files.delete(trial);
      return true;
    } catch (IOException | OutboxException e) {
      return false;
    }
  }

  /** Puts as many aside as there are to be, or as fit. */
  void restore() {
    try {
      for (int i = 1; i <= COUNT; i++) {
        directory.create(NAME + i);
      }
    } catch (OutboxException e) {
      // No more fit; those that are there are better than none.
    }
  }

  /** Gives all of them up if the disk takes no other file. */
  public void makeRoom() {
    if (!anotherFits()) {
      release();
    }
  }

  /** Gives all of them up. */
  boolean release() {
    boolean any = false;
    for (int i = 1; i <= COUNT; i++) {
      try {
        any |= Files.deleteIfExists(directory.file(NAME + i));
      } catch (IOException e) {
        // The disk takes no change at all, so that nothing is won by it either.
      }
    }
    return any;
  }
}

package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Space put aside on the disk, and files ({@link SpareFiles}). When the disk is full it is given
 * up, so that what is queued can still be settled and drained; new business waits until there is
 * room again.
 */
public final class Reserve {
  /** The file's name. */
  public static final String NAME = "reserve";

  private static final byte[] BLOCK = new byte[64 * 1024];

  private final StateDirectory directory;
  private final SpareFiles files;
  private final long bytes;

  /**
   * @param bytes how much to put aside; 0 for nothing
   */
  public Reserve(StateDirectory directory, long bytes) {
    this.directory = directory;
    this.files = new SpareFiles(directory);
    this.bytes = bytes;
  }

  /** Puts the space aside if it is not, as long as at least twice as much is free. */
  public void restore() {
    files.restore();
    Path file = directory.file(NAME);
    if (directory.size(NAME) >= bytes || directory.path().toFile().getUsableSpace() < 2 * bytes) {
      return;
    }
    try {
      directory.create(NAME);
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        for (long written = 0; written < bytes; written += BLOCK.length) {
          out.write(BLOCK, 0, (int) Math.min(BLOCK.length, bytes - written));
        }
      }
    } catch (IOException | OutboxException e) {
      release();
    }
  }

  /** Gives the space up. */
  public boolean release() {
    boolean any = files.release();
    try {
      return Files.deleteIfExists(directory.file(NAME)) || any;
    } catch (IOException e) {
      return any;
    }
  }
}

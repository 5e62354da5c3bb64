package egov.kiosk.outboxsqlite;

import egov.kiosk.outboxsqlite.store.Schema;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts what was written to a queue's log since it was last begun anew (file format §4.1). */
final class WalFrames {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;

  /**
   * @param frames pages written
   * @param commits transactions among them
   */
  private record Count(long frames, long commits) {}

  private WalFrames() {}

  static long frames(Path directory) throws Exception {
    return count(directory).frames;
  }

  static long commits(Path directory) throws Exception {
    return count(directory).commits;
  }

  private static Count count(Path directory) throws Exception {
    Path log = directory.resolve(Fixture.WAL);
    if (!Files.exists(log) || Files.size(log) < HEADER) {
      return new Count(0, 0);
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(16);
      long salt = file.readLong();
      long frames = 0;
      long commits = 0;
      for (long at = HEADER; at < file.length(); at += FRAME_HEADER + Schema.PAGE_SIZE) {
        file.seek(at + 4);
        int size = file.readInt();
        if (file.readLong() != salt) {
          break;
        }
        frames++;
        commits += size == 0 ? 0 : 1;
      }
      return new Count(frames, commits);
    }
  }
}

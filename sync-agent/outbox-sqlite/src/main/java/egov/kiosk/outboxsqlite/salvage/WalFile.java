package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages in a write-ahead log (SQLite file format §4). SQLite stops at the first frame whose
 * checksum is wrong; this reads on. A frame counts when a commit follows it in the same run of
 * frames, so that what was never promised does not come back; whether its content is whole is for
 * the check value of each row to say.
 */
final class WalFile implements AutoCloseable {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int FRAME = FRAME_HEADER + Schema.PAGE_SIZE;

  private final PageFile file;
  private final List<Long> committed = new ArrayList<>();
  private final Map<Long, List<Integer>> framesOfPage = new HashMap<>();

  WalFile(Path path) throws IOException {
    file = new PageFile(path);
    index();
  }

  private void index() throws IOException {
    List<Long> open = new ArrayList<>();
    long salt = 0;
    for (long at = HEADER; at + FRAME <= file.length(); at += FRAME) {
      ByteBuffer header = ByteBuffer.wrap(file.at(at, FRAME_HEADER).orElseThrow());
      if (header.getLong(8) != salt) {
        open.clear();
        salt = header.getLong(8);
      }
      open.add(at);
      if (header.getInt(4) != 0) {
        open.forEach(this::keep);
        open.clear();
      }
    }
    for (int frame = 0; frame < committed.size(); frame++) {
      framesOfPage.computeIfAbsent(pageNumber(frame), n -> new ArrayList<>()).add(frame);
    }
  }

  private void keep(long offset) {
    committed.add(offset);
  }

  /** How many committed frames there are, counted from 0, oldest first. */
  int frames() {
    return committed.size();
  }

  /** The page a frame holds. */
  byte[] page(int frame) throws IOException {
    return file.at(committed.get(frame) + FRAME_HEADER, Schema.PAGE_SIZE).orElseThrow();
  }

  /** The number of the page a frame holds. */
  long pageNumber(int frame) throws IOException {
    byte[] header = file.at(committed.get(frame), FRAME_HEADER).orElseThrow();
    return Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt(0));
  }

  /** The versions of a page in the log, newest first. */
  List<byte[]> versions(long pageNumber) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    List<Integer> frames = framesOfPage.getOrDefault(pageNumber, List.of());
    for (int i = frames.size() - 1; i >= 0; i--) {
      pages.add(page(frames.get(i)));
    }
    return pages;
  }

  /** The newest version of a page that is not newer than the frame's own transaction. */
  Optional<byte[]> versionAt(long pageNumber, int frame) throws IOException {
    int newest = -1;
    for (int candidate : framesOfPage.getOrDefault(pageNumber, List.of())) {
      if (candidate <= frame || sameTransaction(frame, candidate)) {
        newest = candidate;
      }
    }
    return newest < 0 ? Optional.empty() : Optional.of(page(newest));
  }

  /** Whether no commit lies between a frame and a later one. */
  private boolean sameTransaction(int frame, int later) throws IOException {
    for (int i = frame; i < later; i++) {
      byte[] header = file.at(committed.get(i), FRAME_HEADER).orElseThrow();
      if (ByteBuffer.wrap(header).getInt(4) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

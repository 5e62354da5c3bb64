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

  /**
   * A frame.
   *
   * @param offset where it begins
   * @param page the number of the page it holds
   * @param transaction the transaction it belongs to, counted from 0
   */
  private record Frame(long offset, long page, int transaction) {}

  private final PageFile file;
  private final List<Frame> committed = new ArrayList<>();
  private final Map<Long, List<Integer>> framesOfPage = new HashMap<>();

  WalFile(Path path) throws IOException {
    file = new PageFile(path);
    index();
  }

  private void index() throws IOException {
    List<Frame> open = new ArrayList<>();
    long salt = 0;
    int transaction = 0;
    for (long at = HEADER; at + FRAME <= file.length(); at += FRAME) {
      ByteBuffer header = ByteBuffer.wrap(file.at(at, FRAME_HEADER).orElseThrow());
      if (header.getLong(8) != salt) {
        open.clear();
        salt = header.getLong(8);
      }
      open.add(new Frame(at, Integer.toUnsignedLong(header.getInt(0)), transaction));
      if (header.getInt(4) != 0) {
        open.forEach(this::keep);
        open.clear();
        transaction++;
      }
    }
  }

  private void keep(Frame frame) {
    framesOfPage.computeIfAbsent(frame.page(), n -> new ArrayList<>()).add(committed.size());
    committed.add(frame);
  }

  /** How many committed frames there are, counted from 0, oldest first. */
  int frames() {
    return committed.size();
  }

  /** The page a frame holds. */
  byte[] page(int frame) throws IOException {
    return file.at(committed.get(frame).offset() + FRAME_HEADER, Schema.PAGE_SIZE).orElseThrow();
  }

  /** The number of the page a frame holds. */
  long pageNumber(int frame) {
    return committed.get(frame).page();
  }

  /** The newest version of a page in the log. */
  Optional<byte[]> newest(long pageNumber) throws IOException {
    List<Integer> frames = framesOfPage.getOrDefault(pageNumber, List.of());
    return frames.isEmpty() ? Optional.empty() : Optional.of(page(frames.get(frames.size() - 1)));
  }

  /** The newest version of a page that is not newer than the frame's own transaction. */
  Optional<byte[]> versionAt(long pageNumber, int frame) throws IOException {
    int transaction = committed.get(frame).transaction();
    int found = -1;
    for (int candidate : framesOfPage.getOrDefault(pageNumber, List.of())) {
      if (committed.get(candidate).transaction() > transaction) {
        break;
      }
      found = candidate;
    }
    return found < 0 ? Optional.empty() : Optional.of(page(found));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.Schema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The pages of a database file, as far as the file reaches (SQLite file format §1.2). A last page
 * that is cut short is filled with zeros. Must not be used while SQLite has the file open in this
 * process: closing it here would drop SQLite's locks.
 */
final class PageFile implements AutoCloseable {
  private static final int BLOCK = 64 * Schema.PAGE_SIZE;

  private final RandomAccessFile file;
  private final long length;
  private final byte[] block = new byte[BLOCK];
  private long blockAt = -1;

  PageFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
    length = file.length();
  }

  /** Opens the file if there is one. */
  static Optional<PageFile> of(Path path) throws IOException {
    return Files.isRegularFile(path) ? Optional.of(new PageFile(path)) : Optional.empty();
  }

  /** How many pages it has, counted from 1. */
  long pages() {
    return (length + Schema.PAGE_SIZE - 1) / Schema.PAGE_SIZE;
  }

  /** A page by its number; empty when the file does not reach that far. */
  Optional<byte[]> page(long number) throws IOException {
    return at((number - 1) * Schema.PAGE_SIZE, Schema.PAGE_SIZE);
  }

  /** Bytes at an offset, filled with zeros; empty when nothing is there. */
  Optional<byte[]> at(long offset, int wanted) throws IOException {
    if (offset < 0 || offset >= length) {
      return Optional.empty();
    }
    long start = offset - offset % BLOCK;
    if (offset + wanted <= start + BLOCK) {
      load(start);
      int from = (int) (offset - start);
      return Optional.of(Arrays.copyOfRange(block, from, from + wanted));
    }
    byte[] bytes = new byte[wanted];
    read(offset, bytes);
    return Optional.of(bytes);
  }

  private void load(long start) throws IOException {
    if (start != blockAt) {
      blockAt = -1;
      Arrays.fill(block, (byte) 0);
      read(start, block);
      blockAt = start;
    }
  }

  private void read(long offset, byte[] into) throws IOException {
    file.seek(offset);
    file.readFully(into, 0, (int) Math.min(into.length, length - offset));
  }

  long length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.Schema;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The pages of a database file, as far as the file reaches (SQLite file format §1.2). A last page
 * that is cut short is filled with zeros. Must not be used while SQLite has the file open in this
 * process: closing it here would drop SQLite's locks.
 */
final class PageFile implements AutoCloseable {
  private final RandomAccessFile file;

  PageFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
  }

  /** Opens the file if there is one. */
  static Optional<PageFile> of(Path path) throws IOException {
    return Files.isRegularFile(path) ? Optional.of(new PageFile(path)) : Optional.empty();
  }

  /** How many pages it has, counted from 1. */
  long pages() throws IOException {
    return (file.length() + Schema.PAGE_SIZE - 1) / Schema.PAGE_SIZE;
  }

  /** A page by its number; empty when the file does not reach that far. */
  Optional<byte[]> page(long number) throws IOException {
    return at((number - 1) * Schema.PAGE_SIZE, Schema.PAGE_SIZE);
  }

  /** Bytes at an offset, filled with zeros; empty when nothing is there. */
  Optional<byte[]> at(long offset, int length) throws IOException {
    if (offset < 0 || offset >= file.length()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    file.seek(offset);
    file.readFully(bytes, 0, (int) Math.min(length, file.length() - offset));
    return Optional.of(bytes);
  }

  long length() throws IOException {
    return file.length();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package egov.kiosk.attachments.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the store asks of a file system, so that a test can end the world after any of it. Only what
 * was forced survives a power cut. Safe for use by several threads on different paths.
 */
public interface Disk {
  /** Creates a directory for the owner alone, and those above it; one that is there is fine. */
  void createDirectory(Path directory) throws IOException;

  /** Creates a file for the owner alone that must not be there yet. */
  void create(Path file, byte[] content) throws IOException;

  /** Appends to a file, created if need be. */
  void append(Path file, byte[] content) throws IOException;

  /** Makes a file's content, or a directory's entries, durable. */
  void force(Path path) throws IOException;

  /** The content of a file. */
  byte[] read(Path file) throws IOException;

  /** What is in a directory, sorted by name; nothing when it is not there. */
  List<Path> list(Path directory) throws IOException;

  /** Length of a file; 0 when it is not there. */
  long length(Path file) throws IOException;

  /** Deletes a file or an empty directory; one that is not there is fine. */
  void delete(Path path) throws IOException;

  /** Bytes that this process may still write there. */
  long usable(Path directory) throws IOException;
}

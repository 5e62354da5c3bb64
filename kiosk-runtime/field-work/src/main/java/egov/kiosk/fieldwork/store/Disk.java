package egov.kiosk.fieldwork.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The few things done to a disk, so that a test can cut the power between any two of them. */
public interface Disk {
  /** Makes a directory and its parents, for the owner alone, and syncs what it is in. */
  void directory(Path directory) throws IOException;

  /** Writes a whole file, replacing it, and syncs its content. */
  void write(Path file, byte[] content) throws IOException;

  /** Puts a file in the place of another, all or nothing. */
  void rename(Path from, Path to) throws IOException;

  /** Makes the names of a directory durable. */
  void sync(Path directory) throws IOException;

  /** The whole file. */
  byte[] read(Path file) throws IOException;

  /** Deletes a file; none there is no error. */
  void delete(Path file) throws IOException;

  /** The files of a directory, sorted; none when there is no such directory. */
  List<Path> list(Path directory) throws IOException;
}

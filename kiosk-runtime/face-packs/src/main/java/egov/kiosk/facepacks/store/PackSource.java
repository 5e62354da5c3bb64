package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pack as somebody brings it: a folder or a jar. Nothing of it is trusted. */
interface PackSource extends AutoCloseable {
  /**
   * The bytes of one file.
   *
   * @param limit at most so many
   * @throws FacePackException when it is not there, is larger, or cannot be read
   */
  byte[] read(String name, int limit) throws FacePackException;

  /** Whether there is such a file. */
  boolean has(String name);

  @Override
  void close();

  /**
   * Opens a pack.
   *
   * @throws FacePackException when it is neither, or a jar that must not be opened
   */
  static PackSource open(Path path) throws FacePackException {
    if (Files.isDirectory(path)) {
      return new FolderSource(path);
    }
    try {
      return new JarSource(path);
    } catch (IOException e) {
      throw new FacePackException("there is neither a folder nor a jar that can be read", e);
    }
  }
}

package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A pack in a folder. Links are not followed: they lead out of it. */
record FolderSource(Path folder) implements PackSource {
  @Override
  public boolean has(String name) {
    return Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public byte[] read(String name, int limit) throws FacePackException {
    if (!has(name)) {
      throw new FacePackException(name + " is missing in the pack, or is no plain file");
    }
    try (InputStream in = Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new FacePackException(name + " is larger than " + limit + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new FacePackException(name + " cannot be read", e);
    }
  }

  @Override
  public void close() {
    // Nothing is kept open.
  }
}

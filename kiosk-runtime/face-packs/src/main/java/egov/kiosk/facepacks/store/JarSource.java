package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A pack in a jar or zip. Every name in it is looked at before anything is unpacked, and nothing is
 * unpacked under a name of its own.
 */
final class JarSource implements PackSource {
  private static final int MOST_ENTRIES = 64;

  /** Weights hardly shrink; what shrinks a hundredfold was made to burst. */
  private static final int MOST_SHRUNK = 100;

  private final ZipFile jar;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  JarSource(Path file) throws IOException, FacePackException {
    this.jar = new ZipFile(file.toFile());
    try {
      List<? extends ZipEntry> all = jar.stream().limit(MOST_ENTRIES + 1L).toList();
      if (all.size() > MOST_ENTRIES) {
        throw new FacePackException("the jar has more than " + MOST_ENTRIES + " entries");
      }
      for (ZipEntry entry : all) {
        take(entry);
      }
    } catch (FacePackException | RuntimeException e) {
      jar.close();
      throw e instanceof FacePackException refused
          ? refused
          : new FacePackException("the jar is damaged", e);
    }
  }

  private void take(ZipEntry entry) throws FacePackException {
    String name = entry.getName();
    boolean leaves =
        name.startsWith("/")
            || name.contains("\\")
            || name.contains(":")
            || List.of(name.split("/", -1)).contains("..");
    if (leaves) {
      throw new FacePackException("the jar has an entry that leads out of it");
    }
    if (entries.putIfAbsent(name, entry) != null) {
      throw new FacePackException("the jar has two entries of one name");
    }
  }

  @Override
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  @Override
  public byte[] read(String name, int limit) throws FacePackException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new FacePackException(name + " is missing in the jar");
    }
    if (entry.getSize() > limit) {
      throw new FacePackException(name + " is larger than " + limit + " bytes");
    }
    if (entry.getSize() > (1 << 20) + entry.getCompressedSize() * MOST_SHRUNK) {
      throw new FacePackException(name + " was shrunk more than a model can be; the jar is a bomb");
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new FacePackException(name + " is larger than " + limit + " bytes");
      }
      return bytes;
    } catch (IOException | RuntimeException e) {
      throw new FacePackException(name + " cannot be unpacked; the jar is damaged", e);
    }
  }

  @Override
  public void close() {
    try {
      jar.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}

package egov.kiosk.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the fetch scripts put on this machine: the face pack and the sample faces. */
public final class TestCache {
  private TestCache() {}

  public static Path facePack() {
    return existing("face-pack", "packaging/lib/fetch-face-pack .kiosk/cache");
  }

  public static Path cleanFacePack() {
    return existing("face-pack-clean", "packaging/lib/make-clean-face-pack .kiosk/cache");
  }

  public static Path face(String name) {
    return existing("faces", "packaging/lib/fetch-demo-faces .kiosk/cache").resolve(name);
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }

  private static Path existing(String folder, String command) {
    Path path = Path.of(System.getProperty("kiosk.cache", "../../.kiosk/cache"), folder);
    if (!Files.isDirectory(path)) {
      throw new AssertionError(path + " is missing; run in the checkout: " + command);
    }
    return path;
  }
}

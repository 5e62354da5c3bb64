package egov.kiosk.updates.slot;

import egov.kiosk.updates.trust.Release;
import egov.kiosk.updates.trust.ReleaseFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a program that is installed here, found by content. Whoever copies checks again. */
public final class ProgramHere {
  private final Map<String, Path> byContent = new HashMap<>();

  /** The files of a release in a slot. */
  public ProgramHere(Path slot, Release release) {
    release.files().forEach(file -> byContent.put(key(file), slot.resolve(file.path())));
  }

  /** A file here with the same content. */
  public Optional<Path> same(ReleaseFile file) {
    return Optional.ofNullable(byContent.get(key(file)));
  }

  /** Whether all files are here, so that their part need not be downloaded. */
  public boolean hasAll(List<ReleaseFile> files) {
    return files.stream().allMatch(file -> byContent.containsKey(key(file)));
  }

  private static String key(ReleaseFile file) {
    return file.sm3() + ":" + file.length();
  }
}

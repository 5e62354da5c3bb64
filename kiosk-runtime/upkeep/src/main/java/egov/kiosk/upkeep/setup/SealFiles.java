package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.document.SealPlace;
import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Seals on removable media: a kiosk's browser opens no file dialog, so the machine itself looks
 * where media are mounted. Nothing else of the disk can be named, and no link is followed.
 */
final class SealFiles {
  private static final int DEPTH = 4;
  private static final int MOST = 20;

  /** A medium full of pictures is not read to its end at every look. */
  private static final int LOOKED_AT = 3000;

  private static final int LARGEST = 1024 * 1024;

  private final Ports ports;
  private final Path own;

  /**
   * @param own where a seal is put when no setting says where
   */
  SealFiles(Ports ports, Path own) {
    this.ports = ports;
    this.own = own.toAbsolutePath();
  }

  /** Files that may be seals, by their path. */
  List<String> found() {
    List<String> found = new ArrayList<>();
    for (Path root : ports.media()) {
      try {
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, new Names(found));
      } catch (IOException e) {
        // Pulled out while it was read: what was found until then is not there any more either.
        continue;
      }
    }
    return found.stream().sorted().limit(MOST).toList();
  }

  private static final class Names extends SimpleFileVisitor<Path> {
    private final List<String> found;
    private int looked;

    Names(List<String> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (attributes.isRegularFile() && name.endsWith(".esl") && attributes.size() <= LARGEST) {
        found.add(file.toString());
      }
      return found.size() < MOST && ++looked < LOOKED_AT
          ? FileVisitResult.CONTINUE
          : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  void take(String name) throws SetupException {
    if (!found().contains(name)) {
      throw new SetupException(Reason.BAD_ANSWER, "seal");
    }
    SealPlace place =
        ports
            .sealPlace()
            .orElseThrow(
                () -> new SetupException(Reason.SEAL_REFUSED, SealPlace.Fault.NOT_ENROLLED.name()));
    byte[] content;
    try (InputStream in = Files.newInputStream(Path.of(name), LinkOption.NOFOLLOW_LINKS)) {
      content = in.readNBytes(LARGEST);
    } catch (IOException e) {
      throw new SetupException(Reason.BAD_ANSWER, "seal");
    }
    try {
      Optional<SealPlace.Fault> refused = place.put(content);
      if (refused.equals(Optional.of(SealPlace.Fault.NO_PLACE))) {
        new WholeFile(own, LARGEST).write(content);
        ports.put("documents", "sealFile", own.toString());
      } else if (refused.isPresent()) {
        throw new SetupException(Reason.SEAL_REFUSED, refused.get().name());
      }
    } catch (IOException e) {
      throw new SetupException(Reason.NOT_KEPT, "");
    }
  }
}

package egov.kiosk.launcher.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The overlay on the disk, replaced as a whole: after a power cut the old or the new one is there.
 */
final class OverlayFile {
  private static final int MAX_BYTES = 1024 * 1024;

  private final Path path;
  private final Runnable step;

  OverlayFile(Path path) {
    this(path, () -> {});
  }

  /**
   * @param step called before each change of the disk; a test throws there what a power cut would
   *     be
   */
  OverlayFile(Path path, Runnable step) {
    this.path = path;
    this.step = step;
  }

  Path path() {
    return path;
  }

  /** What is there; empty when it is damaged. */
  Optional<Overlay> read() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Overlay.NONE);
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) > MAX_BYTES) {
      return Optional.empty();
    }
    return OverlayText.read(Files.readAllBytes(path));
  }

  /** Moves a damaged one out of the way; where it is kept for whoever wants to look. */
  Path setAside() throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".damaged");
    Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    force(path.getParent());
    return aside;
  }

  void write(Overlay overlay) throws IOException {
    Path directory = path.getParent();
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    step.run();
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer buffer = ByteBuffer.wrap(OverlayText.write(overlay));
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      step.run();
      channel.force(true);
    }
    step.run();
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    step.run();
    force(directory);
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

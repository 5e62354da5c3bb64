package egov.kiosk.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes to the disk so that a power cut at any moment leaves the old or the new state. */
final class DurableFiles {
  private final Runnable step;

  DurableFiles() {
    this(() -> {});
  }

  /**
   * @param step called before each change of the disk; a test throws there what a power cut would
   *     be
   */
  DurableFiles(Runnable step) {
    this.step = step;
  }

  /** Writes a new file, down to the disk. */
  void write(Path file, byte[] content) throws IOException {
    step.run();
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Gives a file or directory its name, in place of what had it. */
  void rename(Path from, Path to) throws IOException {
    step.run();
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(to.getParent());
  }

  /** Brings a directory's entries to the disk. */
  void force(Path directory) throws IOException {
    step.run();
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a directory and all in it; links are deleted, not followed. */
  void delete(Path directory) throws IOException {
    step.run();
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> all = Files.walk(directory)) {
      found = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : found) {
      Files.delete(path);
    }
  }
}

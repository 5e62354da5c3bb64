package egov.kiosk.enrolment.device;

import egov.kiosk.crypto.custody.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory where an identity is put together. While {@code answer} is not in it, the kiosk is
 * who it was; from the moment it is, the kiosk is the new one, and whoever looks next finishes what
 * is left to do. The directory then goes in one step. Only one process at a time uses it: the data
 * directory is locked.
 */
public final class Workplace {
  private static final int LARGEST = 64 * 1024;

  private final Path directory;
  private final Runnable afterStep;

  /**
   * @param directory its own, below the kiosk's data directory
   */
  public Workplace(Path directory) {
    this(directory, () -> {});
  }

  Workplace(Path directory, Runnable afterStep) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.afterStep = afterStep;
  }

  /** Where keys in files wait. */
  public Path aside() {
    return directory;
  }

  /** Makes the directory, owner-only, and clears what the last one left. */
  void open() throws IOException {
    remove(done());
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    afterStep.run();
  }

  /** The request that was sent, or was about to be. */
  Optional<byte[]> request() throws IOException {
    return read("request");
  }

  void keepRequest(byte[] request) throws IOException {
    PrivateFile.replace(directory.resolve("request"), request);
    afterStep.run();
  }

  /** The answer that decided. */
  Optional<byte[]> answer() throws IOException {
    return read("answer");
  }

  /** Decides: after this the new identity is the kiosk's. */
  void decide(byte[] answer) throws IOException {
    PrivateFile.replace(directory.resolve("answer"), answer);
    afterStep.run();
  }

  /** Whether an attempt was begun and neither finished nor given up. */
  public boolean begun() {
    return Files.exists(directory.resolve("request")) && !decided();
  }

  /** Whether there is something to finish. */
  public boolean decided() {
    return Files.exists(directory.resolve("answer"));
  }

  /** Puts a file in its place, whole or not at all. */
  void place(Path place, byte[] content) throws IOException {
    Path parent = place.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent)) {
      Files.createDirectories(
          parent,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    PrivateFile.replace(place, content);
    afterStep.run();
  }

  /** Everything is in its place. */
  void finish() throws IOException {
    Files.move(directory, done(), StandardCopyOption.ATOMIC_MOVE);
    afterStep.run();
    remove(done());
  }

  private Path done() {
    return directory.resolveSibling(directory.getFileName() + ".done");
  }

  private Optional<byte[]> read(String name) throws IOException {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is larger than anything this program wrote; remove it");
    }
    return Optional.of(Files.readAllBytes(file));
  }

  private static void remove(Path directory) throws IOException {
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.walk(directory)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }
}

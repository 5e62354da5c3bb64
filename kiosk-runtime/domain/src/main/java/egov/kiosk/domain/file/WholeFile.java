package egov.kiosk.domain.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A small file of a room's own that is replaced as a whole: after a power cut at any moment it
 * holds what was last written or what was before, never a mixture. Only its owner can read it. For
 * one thread at a time.
 */
public final class WholeFile {
  private final Path file;
  private final int most;

  /**
   * Touches nothing yet.
   *
   * @param file its directory is made when it is first written
   * @param most the largest content that is read, in bytes
   */
  public WholeFile(Path file, int most) {
    this.file = Objects.requireNonNull(file, "file").toAbsolutePath();
    this.most = most;
  }

  /**
   * What it holds; empty when there is none.
   *
   * @throws IOException when it cannot be read, is no regular file, or is larger than it may be
   */
  public Optional<byte[]> read() throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > most) {
      throw new IOException(file + " is no regular file of at most " + most + " bytes");
    }
    return Optional.of(Files.readAllBytes(file));
  }

  /**
   * Replaces it; on the disk when this returns.
   *
   * @throws IOException when it could not be; what was there before still is
   */
  public void write(byte[] content) throws IOException {
    Path directory = file.getParent();
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

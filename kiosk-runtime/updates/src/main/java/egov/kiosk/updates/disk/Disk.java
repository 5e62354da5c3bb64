package egov.kiosk.updates.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Writing so that a power cut leaves the old or the new, and the order is the one in the code. */
public final class Disk {
  private final Steps steps;

  /** A disk with somebody who listens to its steps. */
  public Disk(Steps steps) {
    this.steps = steps;
  }

  /** Puts a file in the place of another: written and on the disk beside it first. */
  public void replace(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    try (FileChannel out =
        FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
        out.write(left);
      }
      made("written " + file.getFileName());
      out.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    made("renamed " + file.getFileName());
    sync(file.getParent());
  }

  /** Points a link elsewhere: made beside it, then renamed over it. */
  public void link(Path link, Path target) throws IOException {
    Path beside = link.resolveSibling(link.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createSymbolicLink(beside, target);
    made("made link");
    Files.move(beside, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    made("renamed link");
    sync(link.getParent());
  }

  /** Takes a file away if it is there. */
  public void delete(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      made("deleted " + file.getFileName());
      sync(file.getParent());
    }
  }

  /** Takes away a directory with what is in it; follows no link; does nothing when it is absent. */
  public void wipe(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
    made("wiped " + directory.getFileName());
    sync(directory.getParent());
  }

  /** Has a directory's names on the disk. */
  public void sync(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
    made("synced " + directory.getFileName());
  }

  /** Says that a step was made. */
  public void made(String step) {
    steps.made(step);
  }

  /**
   * A small file's bytes, following no link.
   *
   * @param longest how many bytes are taken
   * @throws NoSuchFileException when there is no such plain file
   * @throws IOException when it is longer, or the disk does not say whether it is there
   */
  public static byte[] small(Path file, int longest) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new NoSuchFileException(file.toString());
    }
    try (FileChannel in =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      if (in.size() > longest) {
        throw new IOException(file + " is longer than " + longest + " bytes");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) in.size());
      while (bytes.hasRemaining() && in.read(bytes) >= 0) {
        // As many as there are.
      }
      return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }
  }
}

package egov.kiosk.gateway.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that are whole or not there and outlive a power cut, whoever else writes the same file in
 * the same moment.
 */
final class DurableFile {
  private DurableFile() {}

  /** Writes what is kept. */
  interface Writer {
    /**
     * @return whether it is to be kept
     */
    boolean write(OutputStream to) throws IOException;
  }

  /** Writes a line or a few. */
  static void write(Path file, String text) throws IOException {
    write(
        file,
        to -> {
          to.write(text.getBytes(StandardCharsets.US_ASCII));
          return true;
        });
  }

  /** Writes one, mode 0600, its directories 0700; one that is there is replaced. */
  static void write(Path file, Writer writer) throws IOException {
    Path directory = file.getParent();
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path fresh = directory.resolve("." + UUID.randomUUID());
    try {
      if (fill(fresh, writer)) {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entries = FileChannel.open(directory)) {
          entries.force(true);
        }
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static boolean fill(Path file, Writer writer) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      boolean good = writer.write(Channels.newOutputStream(channel));
      if (good) {
        channel.force(true);
      }
      return good;
    }
  }

  /** What is in a directory, but what is being written; empty when it is not there. */
  static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}

package egov.kiosk.attachments.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The file system of the machine. */
public final class PosixDisk implements Disk {
  private static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, mode("rwx------"));
  }

  @Override
  public void create(Path file, byte[] content) throws IOException {
    write(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), content);
  }

  @Override
  public void append(Path file, byte[] content) throws IOException {
    write(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), content);
  }

  private static void write(Path file, Set<StandardOpenOption> options, byte[] content)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, options, mode("rw-------"))) {
      ByteBuffer remaining = ByteBuffer.wrap(content);
      while (remaining.hasRemaining()) {
        channel.write(remaining);
      }
    }
  }

  @Override
  public void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      channel.force(true);
    }
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public long length(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  @Override
  public long usable(Path directory) throws IOException {
    return Files.getFileStore(directory).getUsableSpace();
  }
}

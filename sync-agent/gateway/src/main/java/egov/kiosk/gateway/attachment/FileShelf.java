package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A shelf in a directory: {@code {kiosk}/{attachment}/{number}}. Several workers may share it when
 * it is on a file system they all mount; each then counts only what it put there itself.
 */
public final class FileShelf implements ChunkShelf {
  private final Path root;
  private final long bytesPerKiosk;
  private final Map<String, Long> used = new ConcurrentHashMap<>();

  /**
   * @param root the directory, created if need be
   * @param bytesPerKiosk what one kiosk may have here, so that none fills the disk for all
   */
  public FileShelf(Path root, long bytesPerKiosk) {
    this.root = Objects.requireNonNull(root, "root");
    this.bytesPerKiosk = bytesPerKiosk;
  }

  @Override
  public boolean put(String kioskId, TransactionId id, int index, byte[] sealed)
      throws IOException {
    long before = used(kioskId);
    if (before + sealed.length > bytesPerKiosk) {
      return false;
    }
    Path directory = directory(kioskId, id);
    Files.createDirectories(directory);
    Path file = directory.resolve(name(index));
    long replaced = Files.exists(file) ? Files.size(file) : 0;
    Path fresh = directory.resolve("." + UUID.randomUUID());
    try {
      Files.write(fresh, sealed, StandardOpenOption.CREATE_NEW);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    used.merge(kioskId, sealed.length - replaced, Long::sum);
    return true;
  }

  @Override
  public BitSet have(String kioskId, TransactionId id) throws IOException {
    BitSet have = new BitSet();
    for (Path file : list(directory(kioskId, id))) {
      String name = file.getFileName().toString();
      // Names of our own making: a number, or a dot and more.
      if (name.charAt(0) != '.') {
        have.set(Integer.parseInt(name));
      }
    }
    return have;
  }

  @Override
  public Optional<Instant> last(String kioskId, TransactionId id) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(directory(kioskId, id)).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> get(String kioskId, TransactionId id, int index) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(directory(kioskId, id).resolve(name(index))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void remove(String kioskId, TransactionId id, int index) throws IOException {
    delete(kioskId, directory(kioskId, id).resolve(name(index)));
  }

  @Override
  public void drop(String kioskId, TransactionId id) throws IOException {
    for (Path file : list(directory(kioskId, id))) {
      delete(kioskId, file);
    }
    Files.deleteIfExists(directory(kioskId, id));
  }

  @Override
  public void tidy(Instant before) throws IOException {
    for (Path kiosk : list(root)) {
      for (Path attachment : list(kiosk)) {
        if (Files.getLastModifiedTime(attachment).toInstant().isBefore(before)) {
          drop(
              kiosk.getFileName().toString(),
              new TransactionId(attachment.getFileName().toString()));
        }
      }
    }
  }

  private void delete(String kioskId, Path file) throws IOException {
    long length = Files.exists(file) ? Files.size(file) : 0;
    if (Files.deleteIfExists(file)) {
      used.computeIfPresent(kioskId, (kiosk, bytes) -> Math.max(0, bytes - length));
    }
  }

  private long used(String kioskId) throws IOException {
    Long known = used.get(kioskId);
    if (known == null) {
      known = measure(root.resolve(kioskId));
      used.putIfAbsent(kioskId, known);
    }
    return known;
  }

  private static long measure(Path directory) throws IOException {
    long[] bytes = {0};
    if (Files.isDirectory(directory)) {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              bytes[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return bytes[0];
  }

  private Path directory(String kioskId, TransactionId id) {
    if (!Topics.isKioskId(kioskId)) {
      throw new IllegalArgumentException("not a kiosk's id");
    }
    return root.resolve(kioskId).resolve(id.value());
  }

  private static String name(int index) {
    return String.format(Locale.ROOT, "%05d", index);
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}

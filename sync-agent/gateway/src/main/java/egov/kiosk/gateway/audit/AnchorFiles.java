package egov.kiosk.gateway.audit;

import egov.kiosk.domain.audit.AuditAnchor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The newest heads of each kiosk in {@code KIOSK.anchors}, one a line as it came, for {@code kiosk
 * audit verify --anchor}; and in {@code findings} one line for whatever somebody must look at.
 * Several workers may share the directory, if its file system has locks.
 */
final class AnchorFiles {
  /** How many heads of a kiosk are kept. */
  static final int MOST = 32;

  private static final long LARGEST = 16L << 20;

  private final Path directory;

  AnchorFiles(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** Something that reads and writes while no other worker does. */
  interface Work<T> {
    T run() throws IOException;
  }

  <T> T alone(Work<T> work) throws IOException {
    try (FileChannel lock =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock();
      return work.run();
    }
  }

  List<AuditAnchor> known(String kioskId) throws IOException {
    List<AuditAnchor> known = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file(kioskId), StandardCharsets.ISO_8859_1)) {
        AuditAnchor.parse(line.getBytes(StandardCharsets.ISO_8859_1)).ifPresent(known::add);
      }
    } catch (NoSuchFileException e) {
      // None came yet.
    }
    return known;
  }

  void keep(String kioskId, List<AuditAnchor> anchors) throws IOException {
    List<AuditAnchor> newest = anchors.subList(Math.max(0, anchors.size() - MOST), anchors.size());
    StringBuilder text = new StringBuilder();
    newest.forEach(anchor -> text.append(anchor.json()).append('\n'));
    Path fresh = directory.resolve(kioskId + ".new");
    write(
        fresh,
        text.toString(),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(
        fresh, file(kioskId), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Notes what somebody must look at. */
  void find(Instant at, String kioskId, Judgement judgement, String detail) throws IOException {
    Path findings = directory.resolve("findings");
    if (Files.exists(findings) && Files.size(findings) > LARGEST) {
      // Whoever floods it has long been found.
      return;
    }
    write(
        findings,
        at + " " + kioskId + " " + judgement + " " + detail + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.APPEND);
  }

  private static void write(Path file, String text, StandardOpenOption... options)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, options)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private Path file(String kioskId) {
    return directory.resolve(kioskId + ".anchors");
  }
}

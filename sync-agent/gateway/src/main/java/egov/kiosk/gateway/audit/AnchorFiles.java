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
final class AnchorFiles implements AnchorBook {
  private static final long LARGEST = 16L << 20;

  private final Path directory;

  AnchorFiles(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  /** A lock of a file keeps out other processes, not other threads of this one. */
  @Override
  public synchronized <T> T alone(String kioskId, Work<T> work) throws IOException {
    try (FileChannel lock =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock();
      return work.run(new OnePage(kioskId));
    }
  }

  @Override
  public void close() {
    // Nothing is open between two works.
  }

  private final class OnePage implements Page {
    private final String kioskId;

    OnePage(String kioskId) {
      this.kioskId = kioskId;
    }

    @Override
    public List<AuditAnchor> known() throws IOException {
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

    @Override
    public void keep(List<AuditAnchor> anchors) throws IOException {
      StringBuilder text = new StringBuilder();
      AnchorBook.newest(anchors).forEach(anchor -> text.append(anchor.json()).append('\n'));
      Path fresh = directory.resolve(kioskId + ".new");
      write(
          fresh,
          text.toString(),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(
          fresh,
          file(kioskId),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void find(Instant at, Judgement judgement, String detail) throws IOException {
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

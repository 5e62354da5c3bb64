package egov.kiosk.platform.intake;

import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The envelopes as they came, {@code received/<id>.p7m}, sealed as they are. */
public final class ReceivedFiles {
  private final Path directory;

  /**
   * @param directory made when it is not there
   */
  public ReceivedFiles(Path directory) throws IOException {
    this.directory = Objects.requireNonNull(directory, "directory");
    Files.createDirectories(directory);
  }

  /** Where the envelope of a message is, or would be. */
  public Path of(TransactionId id) {
    return directory.resolve(id.value() + ".p7m");
  }

  /** Keeps an envelope; on the disk when this returns. */
  void keep(TransactionId id, byte[] envelope) throws IOException {
    Path fresh = directory.resolve(id.value() + ".new");
    try (FileChannel file =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(envelope);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(fresh, of(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }
}

package egov.kiosk.gateway.journal;

import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.Candidate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** The envelopes as they came, {@code received/<id>.p7m}, sealed as they are. */
final class ReceivedFiles {
  private final Path directory;

  /**
   * @param directory made when it is not there
   */
  ReceivedFiles(Path directory) throws IOException {
    this.directory = Objects.requireNonNull(directory, "directory");
    Files.createDirectories(directory);
  }

  /** Where the envelope of a message is, or would be. */
  Path of(TransactionId id) {
    return directory.resolve(id.value() + ".p7m");
  }

  /** Keeps envelopes; on the disk when this returns. */
  void keep(List<Candidate> messages) throws IOException {
    for (Candidate message : messages) {
      Path fresh = directory.resolve(message.id().value() + ".new");
      write(fresh, message.envelope());
      Files.move(
          fresh,
          of(message.id()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }

  private static void write(Path path, byte[] content) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
  }
}

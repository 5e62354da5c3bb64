package egov.kiosk.attachments;

import egov.kiosk.attachments.store.PosixDisk;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A queue of one file for each manifest, durable when append returns. */
final class FileQueue {
  private final PosixDisk disk = new PosixDisk();
  private final Path directory;

  FileQueue(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory);
  }

  Outbox outbox() {
    return (Outbox)
        Proxy.newProxyInstance(
            FileQueue.class.getClassLoader(),
            new Class<?>[] {Outbox.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "append" -> append((SignedEnvelope) arguments[0]);
                  case "find" -> find((String) arguments[0]);
                  case "accepting" -> true;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private long append(SignedEnvelope envelope) throws IOException {
    Path fresh = directory.resolve("." + envelope.id());
    disk.create(fresh, envelope.bytes());
    disk.force(fresh);
    Files.move(fresh, directory.resolve(envelope.id().value()), StandardCopyOption.ATOMIC_MOVE);
    disk.force(directory);
    return 1;
  }

  private Optional<OutboxEntry> find(String id) {
    return Files.exists(directory.resolve(id))
        ? Optional.of(
            new OutboxEntry(
                1,
                new TransactionId(id),
                MessageKind.ATTACHMENT,
                "attachment",
                Label.of(Lane.BULK),
                1,
                DeliveryState.PENDING,
                0,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        : Optional.empty();
  }

  List<String> ids() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    }
  }

  byte[] manifest(String id) throws IOException {
    return Files.readAllBytes(directory.resolve(id));
  }
}

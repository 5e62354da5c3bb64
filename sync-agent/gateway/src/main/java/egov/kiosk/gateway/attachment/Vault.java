package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Where complete attachments are kept: {@code {kiosk}/{attachment}}, mode 0600, durable once they
 * are there. They are what the citizen handed over, no longer encrypted: the directory belongs on
 * an encrypted disk. Safe for several threads and several workers.
 */
public final class Vault {
  private final Path root;

  /**
   * @param root the directory, created if need be
   */
  public Vault(Path root) {
    this.root = Objects.requireNonNull(root, "root");
  }

  /** Writes what is kept. */
  interface Writer {
    /**
     * @return whether it is to be kept
     */
    boolean write(OutputStream to) throws IOException;
  }

  /** Whether an attachment of this id is here. */
  public boolean has(String kioskId, TransactionId id) {
    return Files.exists(file(kioskId, id));
  }

  /** Whether the attachment that is here is the one the manifest speaks of. */
  boolean same(AttachmentManifest manifest, Sm3Digest digests) throws IOException {
    Sm3Digest.Running digest = digests.start();
    byte[] buffer = new byte[manifest.chunkBytes()];
    try (InputStream kept = Files.newInputStream(file(manifest.kioskId(), manifest.id()))) {
      for (int read = kept.read(buffer); read >= 0; read = kept.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.finish()).equals(manifest.sm3());
  }

  /** Where an attachment is, once it is here. */
  public Path file(String kioskId, TransactionId id) {
    if (!Topics.isKioskId(kioskId)) {
      throw new IllegalArgumentException("not a kiosk's id");
    }
    return root.resolve(kioskId).resolve(id.value());
  }

  /** Keeps an attachment, all or nothing. */
  void keep(AttachmentManifest manifest, Writer writer) throws IOException {
    Path file = file(manifest.kioskId(), manifest.id());
    Path directory = file.getParent();
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path fresh = directory.resolve("." + UUID.randomUUID());
    try {
      if (write(fresh, writer)) {
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

  private static boolean write(Path file, Writer writer) throws IOException {
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
}

package egov.kiosk.gateway.attachment;

import egov.kiosk.contract.Topics;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;

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
  void keep(AttachmentManifest manifest, DurableFile.Writer writer) throws IOException {
    DurableFile.write(file(manifest.kioskId(), manifest.id()), writer);
  }
}

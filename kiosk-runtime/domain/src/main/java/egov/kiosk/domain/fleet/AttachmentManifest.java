package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.util.Objects;

/**
 * What an attachment is (附件), how it was cut, and the key of its chunks. Travels sealed.
 *
 * @param id the attachment's identity; its chunks carry it too
 * @param transactionId the transaction it belongs to
 * @param name what it is, a word of the service item such as {@code id-copy}; not a file name
 * @param mediaType e.g. {@code image/jpeg}
 * @param bytes its length, 1 to 20 MiB
 * @param sm3 SM3 of the whole, 64 hexadecimal digits in lower case
 * @param chunkBytes how many bytes each chunk but the last holds before encryption
 * @param key the SM4 key of the chunks, 32 hexadecimal digits in lower case; never logged
 */
public record AttachmentManifest(
    TransactionId id,
    String kioskId,
    TransactionId transactionId,
    String name,
    String mediaType,
    long bytes,
    String sm3,
    int chunkBytes,
    String key)
    implements Statement {
  /** The largest attachment. */
  public static final long MAX_BYTES = 20L * 1024 * 1024;

  public AttachmentManifest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(transactionId, "transactionId");
    if (!name.matches("[a-z0-9-]{1,64}") || !mediaType.matches("[a-z0-9.+/-]{3,64}")) {
      throw new IllegalArgumentException("an attachment has a short name and a media type");
    }
    if (bytes < 1 || bytes > MAX_BYTES || chunkBytes < 1024 || chunkBytes > 60 * 1024) {
      throw new IllegalArgumentException(
          "an attachment has 1 byte to 20 MiB in chunks of 1 to 60 KiB");
    }
    if (!sm3.matches("[0-9a-f]{64}") || !key.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a digest and a key are hexadecimal, in lower case");
    }
  }

  /** How many chunks there are. */
  public int chunks() {
    return Math.toIntExact((bytes + chunkBytes - 1) / chunkBytes);
  }

  @Override
  public MessageKind kind() {
    return MessageKind.ATTACHMENT;
  }

  @Override
  public Lane lane() {
    return Lane.BULK;
  }

  @Override
  public String toString() {
    return "AttachmentManifest[" + id + " " + bytes + " bytes]";
  }
}

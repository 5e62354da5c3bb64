package egov.kiosk.domain.fleet;

import egov.kiosk.domain.transaction.TransactionId;
import java.io.InputStream;

/**
 * Takes what belongs to a transaction and is too large for its message: scans and photos (附件). Safe
 * for use by several threads.
 */
public interface Attachments {
  /**
   * Stores an attachment durably and queues it. When this returns, the attachment survives kill -9
   * and power cut and reaches the platform; before, nothing of it is kept. Blocks while the stream
   * is read and written to disk.
   *
   * @param transactionId the transaction it belongs to
   * @param name what it is, a word of the service item such as {@code id-copy}: 1 to 64 lower-case
   *     letters, digits and hyphens
   * @param mediaType e.g. {@code image/jpeg}
   * @param content read to its end and not closed; 1 byte to {@link AttachmentManifest#MAX_BYTES}
   * @return the attachment's identity
   * @throws AttachmentException when it is not stored; the transaction itself is untouched
   */
  TransactionId attach(
      TransactionId transactionId, String name, String mediaType, InputStream content)
      throws AttachmentException;

  /**
   * Stores an attachment under an identity the caller drew, once however often it is asked: an
   * attachment of that identity that is queued already is left as it is.
   *
   * @param id the attachment's identity, drawn by the caller and kept across restarts
   * @throws AttachmentException as {@link #attach(TransactionId, String, String, InputStream)}, and
   *     {@code CLOSED} where attachments are not taken this way
   */
  default void attach(
      TransactionId id,
      TransactionId transactionId,
      String name,
      String mediaType,
      InputStream content)
      throws AttachmentException {
    throw new AttachmentException(
        AttachmentException.Reason.CLOSED, "no attachments of a caller's own identity are taken");
  }
}

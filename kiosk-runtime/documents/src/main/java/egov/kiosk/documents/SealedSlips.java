package egov.kiosk.documents;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.DocumentException.Fault;
import egov.kiosk.domain.document.Documents;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** Sends sealed slips as attachments: encrypted before they reach the disk, gone once settled. */
public final class SealedSlips implements SlipKeeper {
  private final Documents documents;
  private final Attachments attachments;

  /**
   * @param documents makes the file
   * @param attachments takes it to the platform
   */
  public SealedSlips(Documents documents, Attachments attachments) {
    this.documents = Objects.requireNonNull(documents, "documents");
    this.attachments = Objects.requireNonNull(attachments, "attachments");
  }

  @Override
  public void keep(TransactionId transaction, Slip slip, Instant at) throws DocumentException {
    byte[] document = documents.slip(slip, at);
    try {
      attachments.attach(transaction, NAME, MEDIA_TYPE, new ByteArrayInputStream(document));
    } catch (AttachmentException e) {
      throw new DocumentException(Fault.NOT_KEPT, e.getMessage(), e);
    } finally {
      Arrays.fill(document, (byte) 0);
    }
  }
}

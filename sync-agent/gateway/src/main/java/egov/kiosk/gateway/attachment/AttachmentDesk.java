package egov.kiosk.gateway.attachment;

import egov.kiosk.domain.fleet.AttachmentManifest;
import egov.kiosk.domain.transaction.Enclosure;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.util.List;

/**
 * Says whether an attachment is complete (附件). Its chunks come in as messages of their own: an
 * implementation that collects them is also an {@code UpListener}. Safe for several threads.
 */
public interface AttachmentDesk {
  /** What becomes of a manifest. */
  enum Answer {
    /** Every chunk is here and the digest of the whole fits: the manifest is accepted. */
    COMPLETE,
    /** Not yet: nobody is answered, the kiosk sends the manifest again. */
    LATER,
    /** It can never be: the manifest is refused with the reason {@code ATTACHMENT}. */
    REFUSED
  }

  /**
   * A manifest came in, for the first time or again. Its signature is good and its kiosk is the one
   * on whose topic it came; it was not accepted before. May be called with one manifest at the same
   * time by another worker.
   *
   * @param envelope the sealed message the manifest came in; handing it to {@link Again} when the
   *     last chunk is here answers the kiosk without waiting for it to ask once more
   * @throws IOException when it could not be looked up now; the message is not acknowledged and
   *     comes again
   */
  Answer manifest(AttachmentManifest manifest, byte[] envelope) throws IOException;

  /**
   * A transaction was taken, now or before, and names these as its enclosures, at least one. What
   * becomes of them changes nothing for the transaction.
   *
   * @throws IOException when it could not be kept now; the transaction comes again
   */
  default void named(String kioskId, TransactionId transaction, List<Enclosure> enclosures)
      throws IOException {
    // Where nobody collects attachments there is nothing to compare.
  }

  /** Takes a message as if the kiosk had sent it again. */
  interface Again {
    /** Never blocks, never fails: when it is not taken the kiosk asks again. */
    void again(String topic, byte[] envelope);
  }

  /** Nobody collects attachments here: every manifest waits. */
  static AttachmentDesk closed() {
    return (manifest, envelope) -> Answer.LATER;
  }
}

package egov.kiosk.domain.document;

import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;

/**
 * Gives the slip (回执单) to the platform's record of a transaction as a sealed file, for the citizen
 * to pick up there by its number. Nothing readable of it stays on this machine. Safe for use by
 * several threads.
 */
public interface SlipKeeper {
  /** The name under which the platform finds the file among a transaction's attachments. */
  String NAME = "slip";

  /** What kind of file it is: OFD (GB/T 33190). */
  String MEDIA_TYPE = "application/ofd";

  /**
   * Seals the slip and queues it. When this returns, it survives kill -9 and power cut and reaches
   * the platform. Blocks while the key signs and the disk writes.
   *
   * @param transaction whose slip it is
   * @param slip what the paper says
   * @param at the moment of sealing
   * @throws DocumentException when there is no such file; the transaction is untouched
   */
  void keep(TransactionId transaction, Slip slip, Instant at) throws DocumentException;
}

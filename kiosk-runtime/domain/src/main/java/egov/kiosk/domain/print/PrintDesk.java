package egov.kiosk.domain.print;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.List;

/**
 * Prints what must not be printed twice and not be lost unnoticed. Before anything is sent the
 * intention is on disk; afterwards the outcome is. What a power cut left open becomes {@link
 * PrintState#ASK}, or is settled by asking the printer.
 *
 * <p>The same document of the same transaction is printed again only when it certainly did not come
 * out. Safe for use by several threads.
 */
public interface PrintDesk {
  /**
   * Prints a slip on the receipt printer and returns when its end is known and recorded.
   *
   * @param transactionId the transaction it belongs to
   * @param timeout how long the printer may take
   * @return the job, never {@link PrintState#OPEN}
   * @throws PrintRefusedException when nothing was sent because of what the ledger says
   */
  PrintJob slip(TransactionId transactionId, Slip slip, Duration timeout)
      throws PrintRefusedException;

  /** The same for sheets on the page printer. */
  PrintJob copy(TransactionId transactionId, PageDocument document, Duration timeout)
      throws PrintRefusedException;

  /** The jobs a person must look after, oldest first. */
  List<PrintJob> asking();

  /**
   * Records what a person saw, once.
   *
   * @throws PrintRefusedException when the job is unknown, does not ask, or was answered before
   */
  PrintJob answer(String jobId, boolean paperCame, Actor by) throws PrintRefusedException;
}

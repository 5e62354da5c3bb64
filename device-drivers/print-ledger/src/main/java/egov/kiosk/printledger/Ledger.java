package egov.kiosk.printledger;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs, in memory and on disk. Every change is on disk before it is true here. Safe for several
 * threads.
 */
final class Ledger implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final int ID_BYTES = 16;

  private final Shelf shelf;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private Shelf.Opened opened;

  /** Whether the open file may no longer be the one of that name. */
  private boolean stale;

  private Ledger(Shelf shelf, InstantSource clock) throws IOException {
    this.shelf = shelf;
    this.clock = clock;
    this.opened = shelf.open();
  }

  /**
   * Opens it and ends what was open: nothing was sent, or a person must look.
   *
   * @throws IOException when the directory cannot be used or another runtime has it
   */
  static Ledger open(Shelf shelf, InstantSource clock) throws IOException {
    Ledger ledger = new Ledger(shelf, clock);
    try {
      ledger.endWhatWasOpen();
      return ledger;
    } catch (IOException e) {
      ledger.close();
      throw e;
    }
  }

  private synchronized void endWhatWasOpen() throws IOException {
    List<Entry> open =
        opened.book().entries().stream()
            .filter(entry -> entry.job().state() == PrintState.OPEN)
            .toList();
    for (Entry entry : open) {
      // In a damaged journal a missing line may be the one that says it was sent.
      boolean perhapsSent = entry.sending() || opened.damaged();
      ended(
          entry.job().id(),
          perhapsSent ? PrintState.ASK : PrintState.NOT_PRINTED,
          Optional.empty());
    }
  }

  /** The newest job for the same document of the same transaction. */
  synchronized Optional<Entry> newest(TransactionId transaction, String digest) {
    return opened.book().entries().stream()
        .filter(entry -> entry.job().transactionId().equals(transaction))
        .filter(entry -> entry.job().digest().equals(digest))
        .reduce((older, newer) -> newer);
  }

  synchronized Entry begin(TransactionId transaction, PrintKind kind, String digest, int pages)
      throws IOException {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    PrintJob job =
        new PrintJob(
            HexFormat.of().formatHex(id),
            transaction,
            kind,
            digest,
            pages,
            PrintState.OPEN,
            Optional.empty(),
            clock.instant(),
            Optional.empty());
    return write(job.id(), Book.began(job));
  }

  synchronized Entry sending(String id) throws IOException {
    return write(id, Book.sending(id));
  }

  synchronized Entry ticket(String id, PageTicket ticket) throws IOException {
    return write(id, Book.ticket(id, ticket));
  }

  synchronized Entry ended(String id, PrintState state, Optional<FaultCode> fault)
      throws IOException {
    return write(id, Book.ended(id, state, fault));
  }

  synchronized Entry answered(String id, boolean paperCame, Actor by) throws IOException {
    return write(id, Book.answered(id, paperCame, by));
  }

  private Entry write(String id, List<String> words) throws IOException {
    if (stale) {
      opened.close();
      opened = shelf.open();
      stale = false;
    }
    LedgerLine line = new LedgerLine(opened.lastNumber() + 1, clock.instant(), words);
    opened.file().append(line.bytes());
    if (!opened.book().take(line)) {
      throw new IllegalStateException("a line that does not follow: a mistake in the program");
    }
    opened = opened.after(line.number());
    if (opened.file().length() > shelf.rewriteAt()) {
      shorten();
    }
    return opened.book().find(id).orElseThrow();
  }

  /** The line is written already, so trouble here is no trouble of the job's. */
  private void shorten() {
    try {
      opened = shelf.rewrite(opened);
    } catch (IOException e) {
      // The file may have been replaced or not: read it again before the next line.
      stale = true;
      LOG.warn("The print ledger could not be shortened: {}", e.getMessage());
    }
  }

  synchronized Optional<Entry> find(String id) {
    return opened.book().find(id);
  }

  /** All that are remembered. */
  synchronized List<PrintJob> jobs() {
    return opened.book().entries().stream().map(Entry::job).toList();
  }

  /** Those a person must look after, oldest first. */
  synchronized List<Entry> asking() {
    return opened.book().entries().stream().filter(entry -> entry.job().asks()).toList();
  }

  /** Journals that were found damaged and set aside; a person may take them away. */
  List<String> setAside() {
    return shelf.setAside();
  }

  @Override
  public synchronized void close() throws IOException {
    opened.close();
  }
}

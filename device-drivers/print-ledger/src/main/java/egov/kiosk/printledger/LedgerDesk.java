package egov.kiosk.printledger;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintRefusedException.Reason;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.domain.print.PrintTally;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The print desk over a ledger on disk. Work runs on the callers' threads; the printers themselves
 * say busy when two come at once.
 */
public final class LedgerDesk implements PrintDesk, PrintTally, Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerDesk.class);

  private final Ledger ledger;
  private final Devices devices;
  private final Sm3Digest sm3;
  private final Patience patience;

  /**
   * The printers as they are at the moment of the call; either may be missing.
   *
   * @param receipts the receipt printer
   * @param pages the page printer
   */
  public record Devices(
      Supplier<Optional<Printer>> receipts, Supplier<Optional<PagePrinter>> pages) {}

  LedgerDesk(Ledger ledger, Devices devices, Sm3Digest sm3, Patience patience) {
    this.ledger = ledger;
    this.devices = devices;
    this.sm3 = sm3;
    this.patience = patience;
  }

  /**
   * Opens the desk. What a former run left open has ended when this returns.
   *
   * @param directory the ledger's own, made when missing
   * @param kept how long a settled job is remembered
   * @throws IOException when the directory cannot be used, or another runtime has it
   */
  public static LedgerDesk open(
      Path directory, Duration kept, Devices devices, Sm3Digest sm3, InstantSource clock)
      throws IOException {
    Ledger ledger = Ledger.open(new Shelf(directory, kept, clock), clock);
    return new LedgerDesk(ledger, devices, sm3, Patience.system());
  }

  @Override
  public PrintJob slip(TransactionId transactionId, Slip slip, Duration timeout)
      throws PrintRefusedException {
    Entry begun = begin(transactionId, PrintKind.SLIP, Contents.of(slip), 1);
    return finish(begun, () -> slip(begun, slip, timeout));
  }

  @Override
  public PrintJob copy(TransactionId transactionId, PageDocument document, Duration timeout)
      throws PrintRefusedException {
    Entry begun = begin(transactionId, PrintKind.COPY, Contents.of(document), document.pages());
    return finish(begun, () -> copy(begun, document, timeout));
  }

  private Entry begin(TransactionId transaction, PrintKind kind, byte[] contents, int pages)
      throws PrintRefusedException {
    String digest = Contents.digest(sm3, kind, contents);
    try {
      synchronized (ledger) {
        Optional<Entry> before = ledger.newest(transaction, digest);
        if (before.isPresent() && !before.get().job().mayBeRepeated()) {
          throw refused(before.get().job());
        }
        return ledger.begin(transaction, kind, digest, pages);
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static PrintRefusedException refused(PrintJob before) {
    if (before.state() == PrintState.OPEN) {
      return new PrintRefusedException(Reason.UNDER_WAY, "wait for its end");
    }
    return before.asks()
        ? new PrintRefusedException(Reason.ASK_FIRST, "see whether it came out, and say so")
        : new PrintRefusedException(Reason.ALREADY_PRINTED, "it came out before");
  }

  private interface Run {
    Verdict run() throws IOException, InterruptedException;
  }

  /** Whatever happens meanwhile, the job ends, on disk if the disk lets it. */
  private PrintJob finish(Entry begun, Run run) throws PrintRefusedException {
    Verdict verdict = Verdict.ask(FaultCode.PRINT_UNKNOWN);
    try {
      verdict = run.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      if (!sending(begun)) {
        throw unavailable(e);
      }
      LOG.error("The print ledger could not be written while printing: {}", e.getMessage());
    } finally {
      if (verdict.state() != PrintState.PRINTED) {
        LOG.warn(
            "A {} was not seen to be printed: {} {}; job {}",
            begun.job().kind(),
            verdict.state(),
            verdict.fault().map(FaultCode::code).orElse(""),
            begun.job().id());
      }
    }
    try {
      return ledger.ended(begun.job().id(), verdict.state(), verdict.fault()).job();
    } catch (IOException e) {
      // The journal says "sending" or less; the next start ends the job in the same way or asks.
      LOG.error("The end of a print job could not be written: {}", e.getMessage());
      return begun.ended(verdict.state(), verdict.fault(), begun.changed()).job();
    }
  }

  private boolean sending(Entry begun) {
    return ledger.find(begun.job().id()).map(Entry::sending).orElse(false);
  }

  private Verdict slip(Entry begun, Slip slip, Duration timeout) throws IOException {
    Optional<Printer> printer = devices.receipts().get();
    if (printer.isEmpty()) {
      return Verdict.notPrinted(FaultCode.NO_DEVICE);
    }
    ledger.sending(begun.job().id());
    try {
      printer.get().print(slip, timeout);
      return new Verdict(PrintState.PRINTED, Optional.empty());
    } catch (DeviceException e) {
      // The port promises: nothing was printed unless it says that it does not know.
      return e.fault() == FaultCode.PRINT_UNKNOWN
          ? Verdict.ask(FaultCode.PRINT_UNKNOWN)
          : Verdict.notPrinted(e.fault());
    }
  }

  private Verdict copy(Entry begun, PageDocument document, Duration timeout)
      throws IOException, InterruptedException {
    Optional<PagePrinter> printer = devices.pages().get();
    return printer.isEmpty()
        ? Verdict.notPrinted(FaultCode.NO_DEVICE)
        : new CopyRun(printer.get(), ledger, patience).run(begun, document, timeout);
  }

  @Override
  public List<PrintJob> asking() {
    return ledger.asking().stream().map(Entry::job).toList();
  }

  @Override
  public PrintJob answer(String jobId, boolean paperCame, Actor by) throws PrintRefusedException {
    try {
      synchronized (ledger) {
        PrintJob job =
            ledger
                .find(jobId)
                .map(Entry::job)
                .filter(found -> found.state() == PrintState.ASK)
                .orElseThrow(
                    () ->
                        new PrintRefusedException(
                            Reason.NOTHING_TO_ANSWER, "no such job asks anything"));
        if (job.answer().isPresent()) {
          throw new PrintRefusedException(Reason.ANSWERED_BEFORE, "the first answer stands");
        }
        return ledger.answered(jobId, paperCame, by).job();
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public long printed(PrintKind kind, Instant from, Instant until) {
    return ledger.jobs().stream()
        .filter(job -> job.kind() == kind && counts(job))
        .filter(job -> !job.begun().isBefore(from) && job.begun().isBefore(until))
        .mapToLong(PrintJob::pages)
        .sum();
  }

  /** What nobody saw come out is paper that is gone, until somebody says that it is not. */
  private static boolean counts(PrintJob job) {
    return job.state() == PrintState.PRINTED
        || (job.state() == PrintState.ASK && !job.mayBeRepeated());
  }

  @Override
  public Optional<Instant> since() {
    return ledger.jobs().stream().map(PrintJob::begun).min(Instant::compareTo);
  }

  private static PrintRefusedException unavailable(IOException e) {
    return new PrintRefusedException(
        Reason.LEDGER_UNAVAILABLE, "look at the disk: " + e.getMessage(), e);
  }

  /**
   * Asks the page printer about jobs nobody answered for yet: what a power cut left open is settled
   * when the printer remembers it. To be called now and then; takes up to some seconds a job.
   */
  public void settle() {
    Optional<PagePrinter> printer = devices.pages().get();
    if (printer.isPresent()) {
      new AfterRestart(ledger, printer.get()).settle();
    }
  }

  /** What the doctor asks. */
  public LedgerCheck check() {
    return new LedgerCheck(this, ledger::setAside);
  }

  @Override
  public void close() throws IOException {
    ledger.close();
  }
}

package egov.kiosk.flow;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.print.PrintJob;
import egov.kiosk.domain.print.PrintKind;
import egov.kiosk.domain.print.PrintRefusedException;
import egov.kiosk.domain.print.PrintState;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A print desk whose jobs end as a test wants. */
final class FakePrintDesk implements PrintDesk {
  final List<TransactionId> slips = new ArrayList<>();
  final List<PageDocument> copies = new ArrayList<>();

  /** PDF files as they were at the printer. */
  final List<byte[]> files = new ArrayList<>();

  final List<String> answers = new ArrayList<>();
  PrintState end = PrintState.PRINTED;
  FaultCode fault;
  PrintRefusedException.Reason refuse;

  @Override
  public PrintJob slip(TransactionId transactionId, Slip slip, Duration timeout)
      throws PrintRefusedException {
    if (refuse != null) {
      throw new PrintRefusedException(refuse, "as the test wants");
    }
    slips.add(transactionId);
    return job(transactionId, PrintKind.SLIP, slips.size());
  }

  private PrintJob job(TransactionId transactionId, PrintKind kind, int number) {
    return new PrintJob(
        "job-" + number,
        transactionId,
        kind,
        "",
        1,
        end,
        Optional.ofNullable(fault),
        Instant.EPOCH,
        Optional.empty());
  }

  @Override
  public PrintJob copy(TransactionId transactionId, PageDocument document, Duration timeout)
      throws PrintRefusedException {
    if (refuse != null) {
      throw new PrintRefusedException(refuse, "as the test wants");
    }
    copies.add(document);
    if (document instanceof PageDocument.Pdf pdf) {
      files.add(pdf.bytes());
    }
    return job(transactionId, PrintKind.COPY, copies.size());
  }

  @Override
  public List<PrintJob> asking() {
    return List.of();
  }

  @Override
  public PrintJob answer(String jobId, boolean paperCame, Actor by) {
    answers.add(jobId + " " + paperCame + " " + by);
    return null;
  }
}

package egov.kiosk.pageprinter.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageProgress.Stage;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The operations of RFC 8011 that a kiosk needs, each on a connection of its own. One thread. */
public final class IppClient {
  private static final String USER = "kiosk";
  private static final int REMEMBERED_JOBS = 100;
  private static final int NOT_POSSIBLE = 0x0404;
  private static final int NOT_FOUND = 0x0406;
  private static final int GONE = 0x0407;
  private static final int USUAL_RESOLUTION = 300;

  private final IppAddress address;
  private final IppExchange exchange;

  public IppClient(IppAddress address, LinkOpener opener) {
    this.address = address;
    this.exchange = new IppExchange(address, opener);
  }

  /** How the printer is (Get-Printer-Attributes). */
  public PrinterSays printer(Deadline deadline)
      throws IppException, LinkException, InterruptedException {
    IppPacket answer =
        exchange.ask(
            IppPacket.getPrinterAttributes(
                address.uri(),
                Types.printerState,
                Types.printerStateReasons,
                Types.printerIsAcceptingJobs,
                Types.documentFormatSupported,
                Types.pwgRasterDocumentResolutionSupported,
                Types.printerUuid,
                Types.printerDeviceId),
            new byte[0],
            deadline);
    demandSuccess(answer);
    AttributeGroup printer = answer.get(Tag.printerAttributes);
    if (printer == null || printer.getValue(Types.printerState) == null) {
      throw IppException.nonsense("it does not say how it is");
    }
    PrinterState state = printer.getValue(Types.printerState);
    Set<FaultCode> faults =
        new HashSet<>(StateReasons.faults(printer.getStrings(Types.printerStateReasons)));
    boolean closed = Boolean.FALSE.equals(printer.getValue(Types.printerIsAcceptingJobs));
    boolean stopped = PrinterState.stopped.equals(state) || closed;
    if (stopped && faults.stream().allMatch(IppClient::printsOn)) {
      faults.add(FaultCode.PRINTER_ERROR);
    }
    Set<String> formats = new HashSet<>();
    for (String format : printer.getStrings(Types.documentFormatSupported)) {
      formats.add(format.toLowerCase(Locale.ROOT));
    }
    return new PrinterSays(stopped, faults, formats, resolution(printer), WhoItIs.of(printer));
  }

  private static boolean printsOn(FaultCode fault) {
    return fault == FaultCode.PAPER_LOW || fault == FaultCode.TONER_LOW;
  }

  private static int resolution(AttributeGroup printer) {
    List<Resolution> offered = printer.getValues(Types.pwgRasterDocumentResolutionSupported);
    for (Resolution one : offered) {
      if (one.getX() == USUAL_RESOLUTION && one.getUnit().equals(ResolutionUnit.dotsPerInch)) {
        return USUAL_RESOLUTION;
      }
    }
    return offered.stream()
        .filter(one -> one.getUnit().equals(ResolutionUnit.dotsPerInch))
        .map(Resolution::getX)
        .filter(dots -> dots >= 150 && dots <= 600)
        .findFirst()
        .orElse(USUAL_RESOLUTION);
  }

  /**
   * Hands over a document (Print-Job).
   *
   * @return what the printer knows the job by
   */
  public PageTicket print(String jobName, String format, byte[] document, Deadline deadline)
      throws IppException, LinkException, InterruptedException {
    IppPacket.Builder request =
        IppPacket.printJob(address.uri())
            .putOperationAttributes(
                Types.requestingUserName.of(USER),
                Types.jobName.of(jobName),
                Types.documentFormat.of(format))
            .putJobAttributes(
                Types.copies.of(1),
                Types.sides.of("one-sided"),
                Types.media.of("iso_a4_210x297mm"));
    IppPacket answer = exchange.ask(request, document, deadline);
    demandSuccess(answer);
    AttributeGroup job = answer.get(Tag.jobAttributes);
    Integer number = job == null ? null : job.getValue(Types.jobId);
    if (number == null || number < 1) {
      throw IppException.nonsense("it took a job and does not say its number");
    }
    return new PageTicket(number);
  }

  /** The newest job of a name (Get-Jobs). */
  public Optional<PageTicket> find(String jobName, Deadline deadline)
      throws IppException, LinkException, InterruptedException {
    OptionalInt newest = OptionalInt.empty();
    for (String which : List.of("not-completed", "completed")) {
      IppPacket.Builder request =
          IppPacket.getJobs(address.uri(), Types.jobId, Types.jobName)
              .putOperationAttributes(
                  Types.requestingUserName.of(USER),
                  Types.whichJobs.of(which),
                  Types.limit.of(REMEMBERED_JOBS));
      IppPacket answer = exchange.ask(request, new byte[0], deadline);
      demandSuccess(answer);
      for (AttributeGroup job : answer.getAttributeGroups()) {
        Integer number = job.getValue(Types.jobId);
        if (number != null && number > 0 && jobName.equals(job.getString(Types.jobName))) {
          newest = OptionalInt.of(Math.max(number, newest.orElse(0)));
        }
      }
    }
    return newest.isPresent() ? Optional.of(new PageTicket(newest.getAsInt())) : Optional.empty();
  }

  /** How far a job is (Get-Job-Attributes). */
  public JobSays job(PageTicket ticket, Deadline deadline)
      throws IppException, LinkException, InterruptedException {
    IppPacket.Builder request =
        IppPacket.getJobAttributes(
                address.uri(),
                ticket.number(),
                Types.jobState,
                Types.jobStateReasons,
                Types.jobImpressionsCompleted,
                Types.jobMediaSheetsCompleted,
                Types.timeAtProcessing)
            .putOperationAttributes(Types.requestingUserName.of(USER));
    IppPacket answer = exchange.ask(request, new byte[0], deadline);
    int status = answer.getCode();
    if (status == NOT_FOUND || status == GONE) {
      return new JobSays(Stage.GONE, OptionalInt.empty(), false);
    }
    demandSuccess(answer);
    AttributeGroup job = answer.get(Tag.jobAttributes);
    JobState state = job == null ? null : job.getValue(Types.jobState);
    if (state == null) {
      throw IppException.nonsense("it does not say how far a job is");
    }
    return JobSays.of(state, job);
  }

  /** Stops a job (Cancel-Job); one that is over or unknown is left alone. */
  public void cancel(PageTicket ticket, Deadline deadline)
      throws IppException, LinkException, InterruptedException {
    IppPacket.Builder request =
        IppPacket.cancelJob(address.uri(), ticket.number())
            .putOperationAttributes(Types.requestingUserName.of(USER));
    IppPacket answer = exchange.ask(request, new byte[0], deadline);
    int status = answer.getCode();
    if (status != NOT_POSSIBLE && status != NOT_FOUND && status != GONE) {
      demandSuccess(answer);
    }
  }

  /** Successful status codes are 0000 to 00ff (RFC 8011 §B.1.2). */
  private static void demandSuccess(IppPacket answer) throws IppException {
    if (answer.getCode() < 0 || answer.getCode() > 0xFF) {
      throw IppException.refused(answer.getCode());
    }
  }
}

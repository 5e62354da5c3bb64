package egov.kiosk.printledger;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageProgress.Stage;
import egov.kiosk.domain.print.PageTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A page printer that says what a test wants; after its script it repeats the last word. */
final class ScriptedPages implements PagePrinter {
  static final PageTicket TICKET = new PageTicket(7);

  final List<String> sent = new ArrayList<>();
  final Deque<Object> looks = new ArrayDeque<>();
  Set<FaultCode> faults = Set.of();
  FaultCode askFault;
  FaultCode sendFault;
  boolean remembers = true;
  PageProgress afterCancel = progress(Stage.CANCELED, 0);
  boolean canceled;
  int forgotten;
  int pagesOut;

  static PageProgress progress(Stage stage, int sheets, FaultCode... faults) {
    return new PageProgress(stage, OptionalInt.of(sheets), false, Set.of(faults));
  }

  static PageProgress uncounted(Stage stage, FaultCode... faults) {
    return new PageProgress(stage, OptionalInt.empty(), false, Set.of(faults));
  }

  ScriptedPages says(Object... words) {
    looks.addAll(List.of(words));
    return this;
  }

  private static DeviceException fault(FaultCode code) {
    return new DeviceException(code, "page-printer", "as the test wants");
  }

  @Override
  public DeviceStatus ask(Duration timeout) throws DeviceException {
    if (askFault != null) {
      throw fault(askFault);
    }
    return status();
  }

  @Override
  public PageTicket send(String jobName, PageDocument document, Duration timeout)
      throws DeviceException {
    if (sendFault == null || sendFault == FaultCode.PRINT_UNKNOWN) {
      sent.add(jobName);
    }
    if (sendFault != null) {
      throw fault(sendFault);
    }
    return TICKET;
  }

  @Override
  public Optional<PageTicket> find(String jobName, Duration timeout) throws DeviceException {
    return remembers && sent.contains(jobName) ? Optional.of(TICKET) : Optional.empty();
  }

  @Override
  public PageProgress look(PageTicket ticket, Duration timeout) throws DeviceException {
    if (canceled) {
      return afterCancel;
    }
    Object next = looks.size() > 1 ? looks.poll() : looks.peek();
    if (next instanceof FaultCode code) {
      throw fault(code);
    }
    PageProgress progress = (PageProgress) next;
    pagesOut = Math.max(pagesOut, progress.sheets().orElse(0));
    return progress;
  }

  @Override
  public void cancel(PageTicket ticket, Duration timeout) {
    canceled = true;
  }

  @Override
  public void forget(PageTicket ticket, Duration timeout) {
    forgotten++;
  }

  @Override
  public String name() {
    return "page-printer";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(
        faults.contains(FaultCode.PAPER_OUT) ? DeviceState.OFFLINE : DeviceState.ONLINE,
        faults,
        Instant.EPOCH);
  }
}

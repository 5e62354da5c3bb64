package egov.kiosk.pageprinter;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Condition;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import egov.kiosk.link.PluggedConnection;
import egov.kiosk.pageprinter.ipp.IppClient;
import egov.kiosk.pageprinter.ipp.IppException;
import egov.kiosk.pageprinter.ipp.PrinterSays;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A printer that answers. IPP has no lasting connection: each question has one of its own, so being
 * connected means that the last question was answered.
 */
final class PageConnection implements PluggedConnection {
  private final IppClient client;
  private final Duration answer;
  private PrinterSays said;

  PageConnection(IppClient client, Duration answer) {
    this.client = client;
    this.answer = answer;
  }

  IppClient client() {
    return client;
  }

  PrinterSays said() {
    return said;
  }

  @Override
  public void glance() throws DeviceException, LinkException, InterruptedException {
    look(Deadline.after(answer));
  }

  PrinterSays look(Deadline deadline) throws DeviceException, LinkException, InterruptedException {
    try {
      PrinterSays fresh = client.printer(deadline);
      if (said != null && !said.identity().equals(fresh.identity())) {
        throw new LinkException(LinkFault.LOST, "another page printer answers at its address");
      }
      said = fresh;
      return said;
    } catch (IppException e) {
      throw fault(e);
    }
  }

  static DeviceException fault(IppException e) {
    return new DeviceException(e.fault(), IppPagePrinter.NAME, e.getMessage());
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return Optional.ofNullable(said).map(PrinterSays::identity);
  }

  @Override
  public Condition condition() {
    if (said == null) {
      return Condition.WELL;
    }
    Set<FaultCode> faults = said.faults();
    return new Condition(
        faults.stream()
            .map(DeviceState::of)
            .filter(state -> !state.usable())
            .findFirst()
            .orElse(said.stopped() ? DeviceState.OFFLINE : DeviceState.ONLINE),
        faults);
  }

  @Override
  public void close() {}
}

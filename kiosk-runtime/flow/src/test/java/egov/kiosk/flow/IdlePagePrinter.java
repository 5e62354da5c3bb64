package egov.kiosk.flow;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A page printer the desk only asks how it is; printing goes by the ledger. */
final class IdlePagePrinter implements PagePrinter {
  volatile Set<FaultCode> faults = Set.of();

  @Override
  public String name() {
    return "page-printer";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(DeviceState.ONLINE, faults, Instant.EPOCH);
  }

  @Override
  public DeviceStatus ask(Duration timeout) {
    return status();
  }

  @Override
  public PageTicket send(String jobName, PageDocument document, Duration timeout) {
    throw new AssertionError("only the ledger prints");
  }

  @Override
  public Optional<PageTicket> find(String jobName, Duration timeout) {
    throw new AssertionError("only the ledger asks");
  }

  @Override
  public PageProgress look(PageTicket ticket, Duration timeout) {
    throw new AssertionError("only the ledger looks");
  }

  @Override
  public void cancel(PageTicket ticket, Duration timeout) {
    throw new AssertionError("only the ledger cancels");
  }

  @Override
  public void forget(PageTicket ticket, Duration timeout) {
    throw new AssertionError("only the ledger forgets");
  }
}

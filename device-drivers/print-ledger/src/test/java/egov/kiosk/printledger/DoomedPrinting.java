package egov.kiosk.printledger;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Prints a copy, stands still at one call to the printer, and waits to be killed. */
final class DoomedPrinting implements PagePrinter {
  private final ScriptedPages printer = new ScriptedPages();
  private final String point;
  private String job = "-";

  private DoomedPrinting(String point) {
    this.point = point;
  }

  public static void main(String[] arguments) throws Exception {
    try (Bench bench = new Bench(Path.of(arguments[0])).with(new DoomedPrinting(arguments[1]))) {
      bench.desk.copy(Bench.TRANSACTION, Bench.COPY, Bench.TIMEOUT);
    }
  }

  private void here(String name) {
    if (name.equals(point)) {
      System.out.println("at " + name + " " + job);
      System.out.flush();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public DeviceStatus ask(Duration timeout) throws DeviceException {
    here("ask");
    return printer.ask(timeout);
  }

  @Override
  public PageTicket send(String jobName, PageDocument document, Duration timeout)
      throws DeviceException {
    job = jobName;
    here("send");
    return printer.send(jobName, document, timeout);
  }

  @Override
  public Optional<PageTicket> find(String jobName, Duration timeout) throws DeviceException {
    return printer.find(jobName, timeout);
  }

  @Override
  public PageProgress look(PageTicket ticket, Duration timeout) throws DeviceException {
    here("look");
    return printer.look(ticket, timeout);
  }

  @Override
  public void cancel(PageTicket ticket, Duration timeout) {
    printer.cancel(ticket, timeout);
  }

  @Override
  public void forget(PageTicket ticket, Duration timeout) {
    printer.forget(ticket, timeout);
  }

  @Override
  public String name() {
    return printer.name();
  }

  @Override
  public DeviceStatus status() {
    return printer.status();
  }
}

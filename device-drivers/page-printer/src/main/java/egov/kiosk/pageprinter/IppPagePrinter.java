package egov.kiosk.pageprinter;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.print.PageDocument;
import egov.kiosk.domain.print.PagePrinter;
import egov.kiosk.domain.print.PageProgress;
import egov.kiosk.domain.print.PageTicket;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.HotPlug;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import egov.kiosk.link.LinkOpener;
import egov.kiosk.pageprinter.ipp.IppClient;
import egov.kiosk.pageprinter.ipp.IppException;
import egov.kiosk.pageprinter.ipp.JobSays;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An office printer over IPP. Safe for use by several threads; its one thread asks the printer now
 * and then, so {@link #status} is never older than some seconds, and a printer that was switched
 * off is found again by itself.
 */
public final class IppPagePrinter implements PagePrinter, AutoCloseable {
  /** The device's name. */
  public static final String NAME = "page-printer";

  private final PagePrinterSettings settings;
  private final HotPlug<PageConnection> device;

  /** A printer at the configured address. */
  public IppPagePrinter(PagePrinterSettings settings, InstantSource clock) {
    this(settings, KnownDevices.ANY, clock);
  }

  /**
   * As above.
   *
   * @param known whether the one that answers may serve
   */
  public IppPagePrinter(PagePrinterSettings settings, KnownDevices known, InstantSource clock) {
    this(settings, settings.address().tcp().opener(), known, clock);
  }

  /** A printer at the end of any other link. */
  public IppPagePrinter(PagePrinterSettings settings, LinkOpener opener, InstantSource clock) {
    this(settings, opener, KnownDevices.ANY, clock);
  }

  private IppPagePrinter(
      PagePrinterSettings settings, LinkOpener opener, KnownDevices known, InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    device =
        new HotPlug<>(
            NAME,
            settings.watching(),
            limit -> {
              PageConnection connection =
                  new PageConnection(new IppClient(settings.address(), opener), settings.answer());
              connection.look(Deadline.after(limit));
              return connection;
            },
            known,
            clock);
  }

  /** What is asked of an open printer. */
  private interface Question<T> {
    T ask(IppClient client, Deadline deadline)
        throws IppException, LinkException, DeviceException, InterruptedException;
  }

  private <T> T use(Duration timeout, Question<T> question) throws DeviceException {
    try {
      return device.use(
          timeout,
          connection -> {
            try {
              return question.ask(connection.client(), Deadline.after(timeout));
            } catch (IppException e) {
              throw PageConnection.fault(e);
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException(FaultCode.NO_ANSWER, NAME, "interrupted while asking; ask again");
    }
  }

  @Override
  public DeviceStatus ask(Duration timeout) throws DeviceException {
    // Every use begins with a question how the printer is.
    use(timeout, (client, deadline) -> "");
    return device.status();
  }

  @Override
  public PageTicket send(String jobName, PageDocument document, Duration timeout)
      throws DeviceException {
    if (!jobName.matches("[A-Za-z0-9-]{1,64}")) {
      throw new IllegalArgumentException("a job's name is 1 to 64 letters, digits and dashes");
    }
    AtomicBoolean begun = new AtomicBoolean();
    try {
      return device.use(
          timeout,
          connection -> {
            try {
              Rendering rendering = Rendering.of(document, connection.said());
              begun.set(true);
              return connection
                  .client()
                  .print(jobName, rendering.format(), rendering.bytes(), Deadline.after(timeout));
            } catch (IppException e) {
              begun.compareAndSet(true, !e.refused());
              throw PageConnection.fault(e);
            } catch (LinkException e) {
              boolean neverOpen = e.fault() == LinkFault.NOT_THERE;
              begun.compareAndSet(true, !neverOpen);
              throw e;
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(begun.get(), "interrupted while sending", e);
    } catch (DeviceException e) {
      if (!begun.get() || e.fault() == FaultCode.BUSY) {
        throw e;
      }
      throw unknown(true, "the answer to a job was lost", e);
    }
  }

  private static DeviceException unknown(boolean begun, String what, Exception cause) {
    return begun
        ? new DeviceException(
            FaultCode.PRINT_UNKNOWN, NAME, what + "; see whether pages came out", cause)
        : new DeviceException(FaultCode.NO_ANSWER, NAME, what + "; nothing was sent", cause);
  }

  @Override
  public Optional<PageTicket> find(String jobName, Duration timeout) throws DeviceException {
    return use(timeout, (client, deadline) -> client.find(jobName, deadline));
  }

  @Override
  public PageProgress look(PageTicket ticket, Duration timeout) throws DeviceException {
    JobSays job = use(timeout, (client, deadline) -> client.job(ticket, deadline));
    return new PageProgress(job.stage(), job.sheets(), job.flawed(), device.status().faults());
  }

  @Override
  public void cancel(PageTicket ticket, Duration timeout) throws DeviceException {
    use(
        timeout,
        (client, deadline) -> {
          client.cancel(ticket, deadline);
          return "";
        });
  }

  /**
   * Printers drop the document when a job ends; what they keep is a job's name, and ours says
   * nothing. Purge-Jobs would take every other job with it, so a job that has ended is only told to
   * be cancelled, which lets a printer that retains documents drop it.
   */
  @Override
  public void forget(PageTicket ticket, Duration timeout) throws DeviceException {
    cancel(ticket, timeout);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return device.identity();
  }

  @Override
  public DeviceStatus status() {
    return device.status();
  }

  PagePrinterSettings settings() {
    return settings;
  }

  /** Ends what is under way, within 5 s. */
  @Override
  public void close() {
    device.close();
  }
}

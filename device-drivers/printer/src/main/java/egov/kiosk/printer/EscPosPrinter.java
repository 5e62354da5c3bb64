package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.link.Connector;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.HotPlug;
import egov.kiosk.link.Link;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import egov.kiosk.printer.escpos.EscPosEncoder;
import egov.kiosk.printer.escpos.EscPosMasking;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A thermal receipt printer (热敏小票打印机) that speaks ESC/POS.
 *
 * <p>Safe for use by several threads; the work is done by one thread of its own, and while it works
 * every other caller is told busy. Idle, that thread asks the printer now and then how it is, so
 * {@link #status} is never old, and looks for one that was unplugged or switched off.
 */
public final class EscPosPrinter implements Printer, AutoCloseable {
  /** The device's name. */
  public static final String NAME = "printer";

  private final PrinterSettings settings;
  private final LinkOpener opener;
  private final EscPosEncoder encoder;
  private final HotPlug<PrinterConnection> device;

  /** A printer at the configured address; any may serve. */
  public EscPosPrinter(PrinterSettings settings, InstantSource clock) {
    this(settings, KnownDevices.ANY, clock);
  }

  /**
   * A printer at the configured address.
   *
   * @param known whether the one that answers may serve
   */
  public EscPosPrinter(PrinterSettings settings, KnownDevices known, InstantSource clock) {
    this(settings, settings.address().opener(), settings.address()::empty, known, clock);
  }

  /**
   * A printer at the end of any other link; any may serve.
   *
   * @param opener called again whenever the link was lost
   */
  public EscPosPrinter(PrinterSettings settings, LinkOpener opener, InstantSource clock) {
    this(settings, opener, () -> false, KnownDevices.ANY, clock);
  }

  private EscPosPrinter(
      PrinterSettings settings,
      LinkOpener opener,
      BooleanSupplier gone,
      KnownDevices known,
      InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.opener = Objects.requireNonNull(opener, "opener");
    this.encoder = new EscPosEncoder(settings.columns(), settings.charset(), settings.logo());
    this.device =
        new HotPlug<>(
            NAME,
            settings.watching(),
            Connector.noticing(gone, this::connect),
            known,
            clock,
            EscPosMasking::new);
  }

  private PrinterConnection connect(Duration limit)
      throws DeviceException, LinkException, InterruptedException {
    Link link = opener.open(limit);
    PrinterConnection connection = new PrinterConnection(link, settings.statusTimeout());
    boolean answers = false;
    try {
      connection.glance();
      if (settings.asksWho()) {
        connection.introduce(settings.address().identity());
      }
      answers = true;
      return connection;
    } finally {
      if (!answers) {
        connection.close();
      }
    }
  }

  @Override
  public DeviceStatus ask(Duration timeout) throws DeviceException {
    try {
      // Every use begins with asking all four status bytes.
      device.use(timeout, connection -> connection.seen());
      return device.status();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException(FaultCode.NO_ANSWER, NAME, "interrupted while asking; ask again");
    }
  }

  @Override
  public void print(Slip slip, Duration timeout) throws DeviceException {
    Objects.requireNonNull(slip, "slip");
    PrintJob job = new PrintJob(encoder.encode(slip));
    Deadline deadline = Deadline.after(timeout);
    try {
      device.use(
          timeout.plus(settings.statusTimeout()),
          connection -> {
            print(job, connection, deadline);
            return null;
          });
    } catch (DeviceException e) {
      throw job.ended(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw job.interrupted();
    }
  }

  private static void print(PrintJob job, PrinterConnection connection, Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    Optional<FaultCode> obstacle = connection.seen().obstacle();
    if (obstacle.isPresent()) {
      throw new DeviceException(
          obstacle.get(), NAME, "nothing was printed; " + PrinterAdvice.of(obstacle.get()));
    }
    boolean done = false;
    try {
      job.run(connection, deadline);
      done = true;
    } finally {
      if (!done) {
        connection.spent();
      }
    }
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

  /** Ends what is under way, within 5 s, and lets go of the printer. */
  @Override
  public void close() {
    device.close();
  }
}

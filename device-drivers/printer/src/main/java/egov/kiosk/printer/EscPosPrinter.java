package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.DeviceThread;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkOpener;
import egov.kiosk.printer.escpos.EscPosEncoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * A thermal receipt printer (热敏小票打印机) that speaks ESC/POS.
 *
 * <p>Safe for use by several threads; the work is done by one thread of its own, and while it works
 * every other caller is told busy. The printer is asked once when this is made and then only by
 * {@link #ask} and {@link #print}; {@link #status} is what was seen last. A printer that was
 * switched off is found again by the next call.
 */
public final class EscPosPrinter implements Printer, AutoCloseable {
  /** The device's name. */
  public static final String NAME = "printer";

  private final PrinterSettings settings;
  private final LinkOpener opener;
  private final EscPosEncoder encoder;
  private final PrinterState state;
  private final DeviceThread thread;

  /** Null while there is none; touched by the device's thread only, until that has ended. */
  private PrinterConnection connection;

  /** A printer at the configured address. */
  public EscPosPrinter(PrinterSettings settings, InstantSource clock) {
    this(settings, settings.address().opener(), clock);
  }

  /**
   * A printer at the end of any other link.
   *
   * @param opener called again whenever the link was lost
   */
  public EscPosPrinter(PrinterSettings settings, LinkOpener opener, InstantSource clock) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.opener = Objects.requireNonNull(opener, "opener");
    this.encoder = new EscPosEncoder(settings.columns(), settings.charset());
    this.state = new PrinterState(clock);
    this.thread = new DeviceThread(NAME, Duration.ZERO, this::firstLook);
  }

  @Override
  public DeviceStatus ask(Duration timeout) throws DeviceException {
    try {
      return thread.call(
          () -> {
            look(Deadline.after(timeout));
            return state.status();
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException(FaultCode.NO_ANSWER, NAME, "interrupted while asking; ask again");
    }
  }

  @Override
  public void print(Slip slip, Duration timeout) throws DeviceException {
    Objects.requireNonNull(slip, "slip");
    PrintJob job = new PrintJob(encoder.encode(slip));
    try {
      thread.call(
          () -> {
            printOnThread(job, Deadline.after(timeout));
            return null;
          });
    } catch (DeviceException e) {
      throw job.ended(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw job.interrupted();
    }
  }

  private void printOnThread(PrintJob job, Deadline deadline)
      throws DeviceException, InterruptedException {
    Optional<FaultCode> obstacle = look(deadline).obstacle();
    if (obstacle.isPresent()) {
      throw new DeviceException(
          obstacle.get(), NAME, "nothing was printed; " + PrinterAdvice.of(obstacle.get()));
    }
    try {
      job.run(connection, deadline);
      state.observed(job.conditionAfter());
    } catch (LinkException e) {
      disconnect();
      state.failed(e.fault().deviceFault());
      throw PrintJob.unknown("the printer went away while it printed", e);
    } catch (DeviceException e) {
      job.lastSeen().ifPresentOrElse(state::observed, () -> state.failed(FaultCode.NO_ANSWER));
      // The job may still sit in the printer: what it says from now on belongs to that job.
      disconnect();
      throw e;
    }
  }

  /** Asks the printer how it is; a connection that went stale while idle is renewed once. */
  private PrinterCondition look(Deadline deadline) throws DeviceException, InterruptedException {
    boolean old = connection != null;
    try {
      return lookOnce(deadline);
    } catch (LinkException e) {
      disconnect();
      if (!old) {
        throw failed(e.asFaultOf(NAME));
      }
    }
    try {
      return lookOnce(deadline);
    } catch (LinkException e) {
      disconnect();
      throw failed(e.asFaultOf(NAME));
    }
  }

  private PrinterCondition lookOnce(Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    if (connection == null) {
      Duration time = deadline.remainingAtMost(settings.openTimeout());
      connection = new PrinterConnection(opener.open(time), settings.statusTimeout());
    }
    try {
      PrinterCondition condition = connection.condition(deadline);
      state.observed(condition);
      return condition;
    } catch (DeviceException e) {
      disconnect();
      throw failed(e);
    }
  }

  private DeviceException failed(DeviceException failure) {
    state.failed(failure.fault());
    return failure;
  }

  private void firstLook() {
    try {
      look(Deadline.after(settings.openTimeout()));
    } catch (DeviceException e) {
      // Kept as the status.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void disconnect() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeviceStatus status() {
    return state.status();
  }

  /** Ends what is under way, within 5 s, and lets go of the printer. */
  @Override
  public void close() {
    thread.close();
    disconnect();
  }
}

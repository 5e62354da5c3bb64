package egov.kiosk.printer;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.LinkException;
import java.time.Duration;
import java.util.Optional;

/**
 * One slip on its way to paper. Until the first byte is sent nothing has happened; from then on
 * there is either the printer's confirmation or {@link FaultCode#PRINT_UNKNOWN}.
 */
final class PrintJob {
  /** While waiting for the confirmation the printer is asked this often what holds it up. */
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(500);

  private final byte[] bytes;
  private volatile boolean begun;

  PrintJob(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Sends, waits for the confirmation, and makes sure that the printer is well after it. */
  void run(PrinterConnection connection, Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    begun = true;
    connection.send(bytes, deadline);
    while (!connection.confirmed(deadline.remainingAtMost(LOOK_INTERVAL))) {
      if (deadline.passed()) {
        throw unknown("the printer did not confirm in time", null);
      }
      look(connection, deadline);
    }
    look(connection, deadline);
  }

  private void look(PrinterConnection connection, Deadline deadline)
      throws DeviceException, LinkException, InterruptedException {
    PrinterCondition seen;
    try {
      seen = connection.condition(deadline);
    } catch (DeviceException e) {
      throw unknown("the printer fell silent while it printed", e);
    }
    Optional<FaultCode> obstacle = seen.obstacle();
    if (obstacle.isPresent()) {
      throw unknown(
          "the printer stopped with " + obstacle.get() + "; " + PrinterAdvice.of(obstacle.get()),
          null);
    }
  }

  DeviceException interrupted() {
    return begun
        ? unknown("interrupted while printing", null)
        : new DeviceException(
            FaultCode.NO_ANSWER, EscPosPrinter.NAME, "interrupted, nothing was printed");
  }

  /** Whatever ends a job that had begun, it ends in the one way callers must expect. */
  DeviceException ended(DeviceException cause) {
    return begun && cause.fault() != FaultCode.PRINT_UNKNOWN
        ? unknown("the driver stopped while it printed", cause)
        : cause;
  }

  static DeviceException unknown(String what, Throwable cause) {
    return new DeviceException(
        FaultCode.PRINT_UNKNOWN,
        EscPosPrinter.NAME,
        what + "; " + PrinterAdvice.of(FaultCode.PRINT_UNKNOWN),
        cause);
  }
}

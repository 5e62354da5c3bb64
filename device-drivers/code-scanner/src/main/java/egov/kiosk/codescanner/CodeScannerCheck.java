package egov.kiosk.codescanner;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.Objects;

/** Whether the scanner's line is open; a scanner says nothing until a code is shown to it. */
public final class CodeScannerCheck implements HealthCheck {
  private final SerialCodeScanner scanner;

  public CodeScannerCheck(SerialCodeScanner scanner) {
    this.scanner = Objects.requireNonNull(scanner, "scanner");
  }

  @Override
  public String name() {
    return SerialCodeScanner.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    DeviceStatus status = scanner.status();
    if (status.state().usable()) {
      return Finding.ok(name(), "the scanner's line is open; show it a code to see more");
    }
    FaultCode fault = status.faults().stream().findFirst().orElse(FaultCode.NO_DEVICE);
    Level level = status.state() == DeviceState.STARTING ? Level.WARN : Level.FAIL;
    return new Finding(
        name(),
        level,
        "the scanner is " + status.state() + " (" + fault.code() + ")",
        fault.actor(),
        advice(fault));
  }

  private static String advice(FaultCode fault) {
    return switch (fault) {
      case CANNOT_OPEN -> "give the runtime's user the port's group, or stop the other program";
      case NOT_THE_ACCEPTED_DEVICE ->
          "find out who exchanged it; put the right one back, or: kiosk device accept code-scanner";
      default -> "plug the scanner in, or correct code-scanner.address";
    };
  }
}

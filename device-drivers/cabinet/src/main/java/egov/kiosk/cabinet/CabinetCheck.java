package egov.kiosk.cabinet;

import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How the cabinet was at its last look, a moment ago. */
public final class CabinetCheck implements HealthCheck {
  private static final List<FaultCode> WORST_FIRST =
      List.of(FaultCode.BATTERY_LOW, FaultCode.DOOR_OPEN, FaultCode.ON_BATTERY);

  private final RelayCabinet cabinet;

  public CabinetCheck(RelayCabinet cabinet) {
    this.cabinet = Objects.requireNonNull(cabinet, "cabinet");
  }

  @Override
  public String name() {
    return RelayCabinet.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    DeviceStatus status = cabinet.status();
    if (!status.state().usable()) {
      FaultCode fault = status.faults().stream().findFirst().orElse(FaultCode.NO_DEVICE);
      Level level = status.state() == DeviceState.STARTING ? Level.WARN : Level.FAIL;
      return finding(level, fault, "the relay board is " + status.state());
    }
    for (FaultCode fault : WORST_FIRST) {
      if (status.faults().contains(fault)) {
        Level level = fault == FaultCode.BATTERY_LOW ? Level.FAIL : Level.WARN;
        return finding(level, fault, "the cabinet says " + fault);
      }
    }
    return Finding.ok(name(), "the relay board answers, door closed, mains on");
  }

  private Finding finding(Level level, FaultCode fault, String what) {
    return new Finding(
        name(), level, what + " (" + fault.code() + ")", fault.actor(), advice(fault));
  }

  private static String advice(FaultCode fault) {
    return switch (fault) {
      case DOOR_OPEN -> "close and lock the door; find out who opened it";
      case ON_BATTERY -> "see why the mains is gone";
      case BATTERY_LOW ->
          "bring the mains back; the kiosk goes off with the battery, nothing accepted is lost";
      case CANNOT_OPEN -> "give the runtime's user the port's group, or stop the other program";
      case PROTOCOL_ERROR -> "correct the configured inputs and coils to those the board has";
      case LINE_NOISE -> "check the wiring (A and B) and the configured baud rate";
      case NO_ANSWER -> "check the board's power, its address and the baud rate";
      case NOT_THE_ACCEPTED_DEVICE ->
          "find out who exchanged it; put the right one back, or: kiosk device accept cabinet";
      default -> "plug the board in, or correct cabinet.address";
    };
  }
}

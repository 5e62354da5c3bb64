package egov.kiosk.flow;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A printer that keeps what it printed. */
final class FakePrinter implements Printer {
  final List<Slip> slips = new ArrayList<>();
  volatile DeviceState state = DeviceState.ONLINE;
  volatile Set<FaultCode> faults = Set.of();
  volatile FaultCode fault;
  volatile FaultCode askFault;

  /** What it says only when asked, or null for what it says anyway. */
  volatile Set<FaultCode> askedFaults;

  @Override
  public String name() {
    return "printer";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(state, faults, Instant.EPOCH);
  }

  @Override
  public DeviceStatus ask(Duration timeout) throws DeviceException {
    if (askFault != null) {
      throw new DeviceException(askFault, name(), "as the test wants");
    }
    return askedFaults == null ? status() : new DeviceStatus(state, askedFaults, Instant.EPOCH);
  }

  @Override
  public void print(Slip slip, Duration timeout) throws DeviceException {
    if (fault != null) {
      throw new DeviceException(fault, name(), "as the test wants");
    }
    slips.add(slip);
  }

  /** The words of the newest slip. */
  String words() {
    return slips.get(slips.size() - 1).lines().stream()
        .map(
            line ->
                line instanceof Slip.Text text
                    ? text.text()
                    : line instanceof Slip.QrCode code ? code.content() : "")
        .collect(Collectors.joining("\n"));
  }
}

package egov.kiosk.flow;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.ScannedCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A scanner before which the test holds slips; a slip that is none of ours is the empty text. */
final class FakeScanner implements CodeScanner {
  final Deque<String> slips = new ArrayDeque<>();
  final List<CodeKind> asked = new ArrayList<>();
  DeviceState state = DeviceState.ONLINE;

  @Override
  public String name() {
    return "code-scanner";
  }

  @Override
  public DeviceStatus status() {
    return new DeviceStatus(state, Set.of(), Instant.EPOCH);
  }

  @Override
  public Optional<ScannedCode> scan(CodeKind kind, Duration timeout) throws DeviceException {
    asked.add(kind);
    String slip = slips.poll();
    if (slip == null) {
      return Optional.empty();
    }
    if (slip.isEmpty()) {
      throw new DeviceException(FaultCode.CODE_REFUSED, name(), "no slip");
    }
    byte[] token = slip.getBytes(StandardCharsets.US_ASCII);
    return Optional.of(new ScannedCode(kind, Instant.EPOCH, token));
  }
}

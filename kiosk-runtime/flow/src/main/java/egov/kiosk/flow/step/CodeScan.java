package egov.kiosk.flow.step;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Floor;
import egov.kiosk.flow.session.Session;
import java.time.Duration;
import java.util.Optional;

/** One look of the scanner at a telephone; the next one follows at once. */
final class CodeScan extends Errand {
  private static final Duration SLICE = Duration.ofSeconds(5);

  private final Floor floor;
  private final CodeStep step;
  private final CodeScanner scanner;
  private final CodeKind kind;

  CodeScan(Session session, Floor floor, CodeStep step, CodeScanner scanner, CodeKind kind) {
    super(session, floor);
    this.floor = floor;
    this.step = step;
    this.scanner = scanner;
    this.kind = kind;
  }

  @Override
  public void run() throws InterruptedException {
    try {
      Optional<ScannedCode> code = scanner.scan(kind, SLICE);
      if (code.isEmpty()) {
        again();
      } else if (!done(() -> step.scanned(session(), code.get()))) {
        code.get().close();
      }
    } catch (DeviceException e) {
      done(() -> step.fault(session(), e.fault()));
    }
  }

  /** Between two looks a code would be thrown away as shown to nobody; so there is no between. */
  private void again() {
    floor.change(session(), () -> session().errand() == this && step.again(session()));
  }

  @Override
  public void failed() {
    done(() -> step.fault(session(), FaultCode.PROTOCOL_ERROR));
  }
}

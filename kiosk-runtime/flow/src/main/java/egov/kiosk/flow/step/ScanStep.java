package egov.kiosk.flow.step;

import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.ScannedCode;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.flow.desk.SessionView.Scan;
import egov.kiosk.flow.desk.SessionView.ScanState;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the acceptance number (受理号) from a slip that is held to the scanner, while the form that
 * asks for it is shown, and puts it into that one question. Typing it stays as good.
 */
final class ScanStep {
  private static final String REFERENCE = "reference";
  private static final Duration SLICE = Duration.ofSeconds(5);

  private final Tools tools;

  ScanStep(Tools tools) {
    this.tools = tools;
  }

  /** The form was entered. */
  void begin(Session session) {
    beat(session);
  }

  /**
   * Goes on waiting when the last look is over; scanners come and go.
   *
   * @return whether there is something new to show
   */
  boolean beat(Session session) {
    if (question(session).isEmpty()) {
      return false;
    }
    boolean there = scanner().isPresent();
    boolean shown = session.scan() != null;
    if (there != shown) {
      session.scan(there ? new Scan(REFERENCE, ScanState.WAITING) : null);
    }
    if (there && session.errand() == null) {
      listen(session);
    }
    return there != shown;
  }

  private void listen(Session session) {
    new Reading(session, scanner().orElseThrow()).begin(tools.worker());
  }

  private Optional<CodeScanner> scanner() {
    return tools.ports().codeScanner().filter(found -> found.status().state().usable());
  }

  private static Optional<FormQuestion> question(Session session) {
    return session.item().profile().outcome() == OutcomeKind.PROGRESS
        ? session.item().questions().stream()
            .filter(question -> question.id().equals(REFERENCE))
            .findFirst()
        : Optional.empty();
  }

  private static void read(Session session, String number) {
    boolean fits = question(session).filter(one -> one.check(number).isEmpty()).isPresent();
    if (fits) {
      session.dossier().answers().put(REFERENCE, number);
      session.idle().touch();
    }
    session.scan(new Scan(REFERENCE, fits ? ScanState.TAKEN : refused(session)));
  }

  /** A slip has more lines than its number; once that is here they disturb nobody. */
  private static ScanState refused(Session session) {
    boolean taken = session.scan() != null && session.scan().state() == ScanState.TAKEN;
    return taken ? ScanState.TAKEN : ScanState.REFUSED;
  }

  /** One look of the scanner. */
  private final class Reading extends Errand {
    private final CodeScanner scanner;

    Reading(Session session, CodeScanner scanner) {
      super(session, tools.floor());
      this.scanner = scanner;
    }

    @Override
    public void run() throws InterruptedException {
      try (ScannedCode code = scanner.scan(CodeKind.SLIP, SLICE).orElse(null)) {
        if (code == null) {
          over();
          return;
        }
        byte[] token = code.token();
        String number = new String(token, StandardCharsets.US_ASCII);
        Arrays.fill(token, (byte) 0);
        done(() -> read(session(), number));
      } catch (DeviceException e) {
        if (e.fault() == FaultCode.CODE_REFUSED) {
          done(() -> session().scan(new Scan(REFERENCE, refused(session()))));
        } else {
          // Whoever has no scanner types: the device's own check tells the technician.
          over();
        }
      }
    }

    @Override
    public void failed() {
      over();
    }
  }
}

package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.device.LineRecorder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A device's line written down while the kiosk serves, below {@value #PATH}: {@code begin}, {@code
 * end} and {@code take}. All of them with the technician's token, what was recorded included.
 */
final class RecordingRoutes {
  /** Where these calls begin. */
  static final String PATH = "/api/devices/recording/";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Refusal UNDER_WAY = new Refusal(409, "RECORDING_UNDER_WAY");

  private final Technicians technicians;
  private final Function<Refusal, Answer> refuse;

  RecordingRoutes(Technicians technicians, Function<Refusal, Answer> refuse) {
    this.technicians = technicians;
    this.refuse = refuse;
  }

  Answer post(String path, ObjectNode request) {
    Optional<LineRecorder> recorder = technicians.recorder();
    if (recorder.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    return switch (path.substring(PATH.length())) {
      case "begin" -> begin(recorder.get(), request);
      case "end" -> {
        recorder.get().end();
        yield Answer.text("ended\n");
      }
      case "take" ->
          recorder.get().running()
              ? refuse.apply(UNDER_WAY)
              : recorder
                  .get()
                  .take()
                  .map(Answer::text)
                  .orElseGet(() -> refuse.apply(new Refusal(404, "RECORDING_NONE")));
      default -> refuse.apply(Refusal.NOT_FOUND);
    };
  }

  private Answer begin(LineRecorder recorder, ObjectNode request) {
    String name = request.path("name").asText();
    int seconds = request.path("seconds").asInt();
    boolean sensible = seconds >= 1 && seconds <= LineRecorder.LONGEST.toSeconds();
    if (request.size() != 2 || !NAME.matcher(name).matches() || !sensible) {
      return refuse.apply(Refusal.BAD_JSON);
    }
    try {
      return begun(recorder, name, Duration.ofSeconds(seconds));
    } catch (AuditUnavailableException e) {
      return refuse.apply(new Refusal(503, "AUDIT_" + e.reason()));
    }
  }

  /** Recorded in the audit before it is done, and refused if that cannot be. */
  private Answer begun(LineRecorder recorder, String name, Duration time)
      throws AuditUnavailableException {
    AuditLog log = technicians.audit();
    log.require(event(name, AuditResult.BEGUN));
    LineRecorder.Outcome outcome = recorder.begin(name, time);
    boolean begun = outcome == LineRecorder.Outcome.BEGUN;
    log.record(event(name, begun ? AuditResult.DONE : AuditResult.REFUSED));
    return switch (outcome) {
      case BEGUN -> Answer.text("begun\n");
      case RUNNING -> refuse.apply(UNDER_WAY);
      case NO_DEVICE -> refuse.apply(new Refusal(404, "RECORDING_NO_DEVICE"));
      case NO_LINE -> refuse.apply(new Refusal(404, "RECORDING_NO_LINE"));
    };
  }

  private static AuditEvent event(String device, AuditResult result) {
    return AuditEvent.of(AuditActor.TECHNICIAN, AuditAction.DEVICE_RECORDED, result)
        .about(AuditSubject.part(AuditCode.orOther(device)));
  }
}

package egov.kiosk.localapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.device.KnownDevice;
import egov.kiosk.domain.device.KnownDevices;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What technicians ask about the accepted devices, below {@value #PATH}. */
final class DeviceRoutes {
  /** Where calls about devices begin; a POST there accepts one. */
  static final String PATH = "/api/devices/";

  private static final Logger LOG = LoggerFactory.getLogger(DeviceRoutes.class);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Refusal NO_STRANGER = new Refusal(404, "NO_STRANGER");
  private static final Refusal NOT_WRITTEN = new Refusal(503, "NOT_WRITTEN");

  private final Technicians technicians;
  private final Function<Refusal, Answer> refuse;
  private final RecordingRoutes recordings;

  DeviceRoutes(Technicians technicians, Function<Refusal, Answer> refuse) {
    this.technicians = technicians;
    this.refuse = refuse;
    this.recordings = new RecordingRoutes(technicians, refuse);
  }

  Answer get(String path) {
    Optional<KnownDevices> known = technicians.knownDevices();
    if (known.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    return path.equals(PATH + "list.txt")
        ? Answer.text(table(known.get().list()))
        : refuse.apply(Refusal.NOT_FOUND);
  }

  Answer post(String path, ObjectNode request) {
    if (path.startsWith(RecordingRoutes.PATH)) {
      return recordings.post(path, request);
    }
    Optional<KnownDevices> known = technicians.knownDevices();
    if (known.isEmpty()) {
      return refuse.apply(Refusal.STARTING);
    }
    if (!path.equals(PATH + "accept")) {
      return refuse.apply(Refusal.NOT_FOUND);
    }
    JsonNode name = request.path("name");
    if (request.size() != 1 || !name.isTextual() || !NAME.matcher(name.textValue()).matches()) {
      return refuse.apply(Refusal.BAD_JSON);
    }
    try {
      return accept(known.get(), name.textValue());
    } catch (AuditUnavailableException e) {
      return refuse.apply(new Refusal(503, "AUDIT_" + e.reason()));
    }
  }

  /** Recorded before it is done, and refused if it cannot be recorded. */
  private Answer accept(KnownDevices known, String device) throws AuditUnavailableException {
    AuditLog log = technicians.audit();
    log.require(event(device, AuditResult.BEGUN));
    AuditResult result = AuditResult.FAILED;
    try {
      Optional<KnownDevice> accepted = known.accept(device);
      result = accepted.isPresent() ? AuditResult.DONE : AuditResult.REFUSED;
      return accepted
          .map(one -> Answer.text(table(List.of(one))))
          .orElseGet(() -> refuse.apply(NO_STRANGER));
    } catch (IOException e) {
      LOG.error("the list of accepted devices cannot be written: {}", e.getMessage());
      return refuse.apply(NOT_WRITTEN);
    } finally {
      log.record(event(device, result));
    }
  }

  private static AuditEvent event(String device, AuditResult result) {
    return AuditEvent.of(AuditActor.TECHNICIAN, AuditAction.DEVICE_ACCEPTED, result)
        .about(AuditSubject.part(AuditCode.orOther(device)));
  }

  /** One line a device, and one more for a stranger. */
  private static String table(List<KnownDevice> devices) {
    StringBuilder text = new StringBuilder();
    for (KnownDevice one : devices) {
      line(text, one.device(), "accepted", one.accepted() + " since " + one.acceptedAt());
      one.stranger().ifPresent(other -> line(text, one.device(), "STRANGER", other.toString()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String device, String word, String what) {
    text.append(String.format("%-20s %-10s %s%n", device, word, what));
  }
}

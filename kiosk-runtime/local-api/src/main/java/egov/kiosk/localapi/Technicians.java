package egov.kiosk.localapi;

import egov.kiosk.domain.access.StaffAdministration;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.LineRecorder;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Measurements;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.print.PrintDesk;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.domain.trace.Traces;
import egov.kiosk.fieldwork.desk.FieldDesk;
import egov.kiosk.localapi.technician.MachineDesk;
import java.util.List;
import java.util.Optional;

/** What a technician may ask; any of it may not be there while the runtime starts or stops. */
public interface Technicians {
  /** The queue. */
  Optional<Outbox> outbox();

  /** Takes the queue out and others' in. */
  Optional<Courier> courier();

  /** Where what technicians do is recorded. */
  default AuditLog audit() {
    return AuditLog.NONE;
  }

  /** How long what is kept, and destroying it. */
  default Optional<RetentionDesk> retention() {
    return Optional.empty();
  }

  /** Which devices were accepted here. */
  default Optional<KnownDevices> knownDevices() {
    return Optional.empty();
  }

  /** Writes down what goes over a device's line. */
  default Optional<LineRecorder> recorder() {
    return Optional.empty();
  }

  /** Print jobs somebody must look after. */
  default Optional<PrintDesk> prints() {
    return Optional.empty();
  }

  /** Where people sign in. */
  default Optional<StaffDoor> door() {
    return Optional.empty();
  }

  /** Who works here. */
  default Optional<StaffAdministration> staff() {
    return Optional.empty();
  }

  /** A grid worker's desk, where this machine is one of theirs. */
  default Optional<FieldDesk> field() {
    return Optional.empty();
  }

  /** What the kiosk measures of itself. */
  default Optional<Measurements> measurements() {
    return Optional.empty();
  }

  /** The latest transactions' ways through the rooms. */
  default Optional<Traces> traces() {
    return Optional.empty();
  }

  /** The machine itself. */
  default MachineDesk machine() {
    return MachineDesk.NONE;
  }

  /** What the screen says while there is no desk. */
  default Notice notice() {
    return Notice.STARTING;
  }

  /** Runs every health check, in order of name. */
  List<Finding> findings();
}

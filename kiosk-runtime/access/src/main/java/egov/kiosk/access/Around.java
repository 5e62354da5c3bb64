package egov.kiosk.access;

import egov.kiosk.domain.audit.AuditLog;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What stands around the room, as it is at the moment of the call.
 *
 * @param kioskId the device id, which challenges name
 * @param settings what a technician set
 * @param audit where everything is recorded
 * @param clock the wall clock
 */
public record Around(
    Supplier<String> kioskId,
    Supplier<AccessSettings> settings,
    Supplier<AuditLog> audit,
    InstantSource clock) {
  public Around {
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(audit, "audit");
    Objects.requireNonNull(clock, "clock");
  }
}

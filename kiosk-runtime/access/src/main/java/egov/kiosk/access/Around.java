package egov.kiosk.access;

import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditLog;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What stands around the room, as it is at the moment of the call.
 *
 * @param kioskId the device id, which challenges name
 * @param settings what a technician set
 * @param audit where everything is recorded
 * @param clock the wall clock
 * @param lockedOut told the role of whose PIN is locked out, and again at every further try
 */
public record Around(
    Supplier<String> kioskId,
    Supplier<AccessSettings> settings,
    Supplier<AuditLog> audit,
    InstantSource clock,
    Consumer<StaffRole> lockedOut) {
  /** Where nobody but the audit log is told of a lock-out. */
  public Around(
      Supplier<String> kioskId,
      Supplier<AccessSettings> settings,
      Supplier<AuditLog> audit,
      InstantSource clock) {
    this(kioskId, settings, audit, clock, role -> {});
  }

  public Around {
    Objects.requireNonNull(lockedOut, "lockedOut");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(audit, "audit");
    Objects.requireNonNull(clock, "clock");
  }
}

package egov.kiosk.domain.audit;

import java.util.Objects;

/**
 * Who acted: a role, and for staff and technicians the code of a badge or card. Never a name.
 *
 * @param code identifies staff within the site; empty for every other role and when nobody signed
 *     in
 */
public record AuditActor(AuditRole role, AuditCode code) {
  public static final AuditActor SYSTEM = new AuditActor(AuditRole.SYSTEM, AuditCode.EMPTY);
  public static final AuditActor CITIZEN = new AuditActor(AuditRole.CITIZEN, AuditCode.EMPTY);
  public static final AuditActor PLATFORM = new AuditActor(AuditRole.PLATFORM, AuditCode.EMPTY);
  public static final AuditActor TECHNICIAN = new AuditActor(AuditRole.TECHNICIAN, AuditCode.EMPTY);

  public AuditActor {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(code, "code");
    boolean coded = role == AuditRole.STAFF || role == AuditRole.TECHNICIAN;
    if (!coded && !code.equals(AuditCode.EMPTY)) {
      throw new IllegalArgumentException("only staff and technicians have a code");
    }
  }

  /** A member of staff. */
  public static AuditActor staff(String badge) {
    return new AuditActor(AuditRole.STAFF, AuditCode.orOther(badge));
  }

  /** A technician who signed in. */
  public static AuditActor technician(String card) {
    return new AuditActor(AuditRole.TECHNICIAN, AuditCode.orOther(card));
  }
}

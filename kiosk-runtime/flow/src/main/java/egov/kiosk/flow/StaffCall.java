package egov.kiosk.flow;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.HelpDesk;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import egov.kiosk.flow.help.HelpBell;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.surroundings.Ports;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bell, and who may ring, answer and stop it. A call ends with the session it was made in. */
final class StaffCall implements HelpDesk, DeskListener {
  private static final Logger LOG = LoggerFactory.getLogger(StaffCall.class);

  private final OpenSession open;
  private final Ports ports;
  private final HelpBell bell;

  StaffCall(OpenSession open, Ports ports, HelpBell bell) {
    this.open = open;
    this.ports = ports;
    this.bell = bell;
  }

  @Override
  public void call() {
    open.lock();
    try {
      Session session = open.get();
      if (session == null) {
        bell.press("", "", "");
      } else {
        session.idle().touch();
        bell.press(session.id(), session.item().code(), session.page().word());
      }
    } finally {
      open.unlock();
    }
  }

  @Override
  public void cancel() {
    bell.end(AuditActor.CITIZEN, "cancelled");
  }

  @Override
  public boolean attended(String badge, String pin) {
    Optional<StaffDoor> door = ports.staff();
    Optional<Badge> known = Badge.of(badge);
    if (door.isEmpty() || known.isEmpty() || !bell.standing()) {
      return false;
    }
    try {
      door.get().confirm(known.get(), pin, StaffRole.COUNTER);
    } catch (AccessException e) {
      LOG.info("Who came to help was not let in: {}", e.reason());
      ports
          .audit()
          .record(
              AuditEvent.of(AuditActor.staff(""), AuditAction.STAFF_CHECK, AuditResult.REFUSED));
      return false;
    }
    bell.end(AuditActor.staff(badge), "attended");
    return true;
  }

  @Override
  public Optional<String> answered(String call, int minutes) {
    return bell.answered(call, minutes);
  }

  @Override
  public Optional<String> closed(String call) {
    return bell.closed(call);
  }

  @Override
  public void sessionChanged(Optional<SessionView> view) {
    if (view.isPresent()) {
      return;
    }
    // Told later: somebody else may have begun, and called, meanwhile.
    String now;
    open.lock();
    try {
      now = open.get() == null ? "" : open.get().id();
    } finally {
      open.unlock();
    }
    bell.left(now);
  }

  @Override
  public void kioskChanged(KioskView view) {
    // Only who comes and goes matters.
  }
}

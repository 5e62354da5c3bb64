package egov.kiosk.flow.step;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The equal way without a face: a member of staff looks at card and citizen and vouches. */
final class StaffStep {
  private static final Logger LOG = LoggerFactory.getLogger(StaffStep.class);

  /** Stands in for what is no badge at all, so that it is answered as a badge nobody has. */
  private static final Badge NOBODY = new Badge("nobody");

  private final Tools tools;

  StaffStep(Tools tools) {
    this.tools = tools;
  }

  /** The card is a child's: says so, and that a guardian must come along. */
  void guardian(Session session) {
    session.problem(FlowFault.GUARDIAN_NEEDED.problem(0, "other-way", "help", "end"));
  }

  /**
   * The citizen takes this way, of their own choice or because the face did not help. Who turns
   * away before there is a verdict takes the consent back.
   */
  void choose(Session session, Action.OtherWay chosen) {
    if (session.state() != SessionState.FACE_PROBLEM) {
      Withdrawal.ofFace(session, tools);
    }
    tools.journey().go(session, SessionState.ALTERNATIVE);
  }

  /** Badge and PIN were typed. */
  void check(Session session, Action.StaffCheck typed) {
    Optional<StaffDoor> door = tools.ports().staff();
    if (door.isEmpty()) {
      LOG.warn("Staff cannot vouch: this kiosk has no sign-in of staff");
      refuse(session, typed, 0);
      return;
    }
    try {
      door.get().confirm(Badge.of(typed.badge()).orElse(NOBODY), typed.pin(), StaffRole.COUNTER);
    } catch (AccessException e) {
      if (e.reason() != AccessException.Reason.REFUSED) {
        LOG.warn("Staff cannot vouch now: {}", e.reason());
      }
      refuse(session, typed, e.attemptsLeft());
      return;
    }
    record(session, typed, true, 0);
    tools.bell().end(AuditActor.staff(typed.badge()), "attended");
    session.dossier().staff(new StaffCheck(typed.badge(), tools.clock().instant()));
    tools.journey().next(session);
  }

  private void refuse(Session session, Action.StaffCheck typed, int attemptsLeft) {
    record(session, typed, false, attemptsLeft);
    Problem problem =
        attemptsLeft > 0
            ? FlowFault.STAFF_REFUSED.problem(attemptsLeft, "other-way", "help", "end")
            : FlowFault.STAFF_REFUSED.problem(0, "help", "other-way", "end");
    tools.journey().problem(session, SessionState.STAFF_PROBLEM, problem);
  }

  private void record(
      Session session, Action.StaffCheck typed, boolean accepted, int attemptsLeft) {
    tools.ports().audit().record(Records.staff(session, typed.badge(), accepted, attemptsLeft));
  }
}

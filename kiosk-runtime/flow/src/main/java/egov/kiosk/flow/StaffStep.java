package egov.kiosk.flow;

import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.staff.StaffGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The equal way without a face: a member of staff looks at card and citizen and vouches. */
final class StaffStep {
  private static final Logger LOG = LoggerFactory.getLogger(StaffStep.class);

  private final Tools tools;
  private final StaffGate gate;

  StaffStep(Tools tools) {
    this.tools = tools;
    this.gate = new StaffGate(tools.ticker()::elapsed);
  }

  /** The citizen takes this way, of their own choice or because the face did not help. */
  void choose(Session session, Action.OtherWay chosen) {
    tools.journey().go(session, SessionState.ALTERNATIVE);
  }

  /** Badge and PIN were typed. */
  void check(Session session, Action.StaffCheck typed) {
    StaffGate.Verdict verdict =
        gate.check(tools.settings().get().staff(), typed.badge(), typed.pin());
    tools
        .ports()
        .audit()
        .record(Records.staff(session, typed.badge(), verdict.accepted(), verdict.attemptsLeft()));
    if (verdict.accepted()) {
      session.dossier().staff(new StaffCheck(typed.badge(), tools.clock().instant()));
      tools.journey().next(session);
      return;
    }
    if (verdict.attemptsLeft() == 0) {
      LOG.warn("Staff PINs are refused for a minute after wrong ones; look who is at the kiosk");
    }
    Problem problem =
        verdict.attemptsLeft() > 0
            ? FlowFault.STAFF_REFUSED.problem(verdict.attemptsLeft(), "other-way", "help", "end")
            : FlowFault.STAFF_REFUSED.problem(0, "help", "other-way", "end");
    tools.journey().problem(session, SessionState.STAFF_PROBLEM, problem);
  }
}

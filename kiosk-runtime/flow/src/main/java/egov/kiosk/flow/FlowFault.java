package egov.kiosk.flow;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.Problem;
import java.util.List;

/** What can stop a citizen apart from the devices' own faults. */
enum FlowFault {
  /** The citizen did not agree to the use of their data: there are other ways than this machine. */
  CONSENT_REFUSED(Actor.CITIZEN, "A-01"),
  /** The card is a child's: a guardian must be there and agree, and staff see to it. */
  GUARDIAN_NEEDED(Actor.CITIZEN, "A-02"),
  CARD_EXPIRED(Actor.CITIZEN, "R-50"),
  FACE_MISMATCH(Actor.CITIZEN, "F-01"),
  /** Too close to call: a person decides. */
  FACE_REVIEW(Actor.STAFF, "F-02"),
  /** No comparison could be made. */
  FACE_UNAVAILABLE(Actor.STAFF, "F-03"),
  STAFF_REFUSED(Actor.STAFF, "S-01"),
  QUEUE_UNAVAILABLE(Actor.TECHNICIAN, "Q-01"),
  SEAL_UNAVAILABLE(Actor.TECHNICIAN, "Q-02");

  private final Actor actor;
  private final String code;

  FlowFault(Actor actor, String code) {
    this.actor = actor;
    this.code = code;
  }

  Problem problem(int attemptsLeft, String... actions) {
    return new Problem(name(), actor, code, attemptsLeft, List.of(actions));
  }

  /** A device's fault as a problem. */
  static Problem device(FaultCode fault, int attemptsLeft, List<String> actions) {
    return new Problem(fault.name(), fault.actor(), fault.code(), attemptsLeft, actions);
  }
}

package egov.kiosk.gateway.enrolment;

import egov.kiosk.domain.enrolment.EnrolmentRefusal;

/** A machine's turn that ends with the refusal. */
final class RefusedTurn extends Exception {
  private static final long serialVersionUID = 1L;

  private final EnrolmentRefusal why;

  RefusedTurn(EnrolmentRefusal why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  EnrolmentRefusal why() {
    return why;
  }
}

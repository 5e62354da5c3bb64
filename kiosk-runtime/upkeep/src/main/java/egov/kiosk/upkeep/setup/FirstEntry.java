package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.FirstStaff;
import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.FirstStart;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * How the first technician comes in without a shell: with a code that only the operator gives out,
 * and that a platform confirms whom the machine believed before anybody stood before it. Whoever
 * has no code, or a platform of their own, gets nothing; and once somebody works here, nobody gets
 * in this way any more.
 */
final class FirstEntry {
  /** The id in the configuration as it is shipped: nobody's. */
  private static final String EXAMPLE = "fz-gl-000001";

  private final Ports ports;

  FirstEntry(Ports ports) {
    this.ports = ports;
  }

  FirstStart state() {
    Optional<Enrolling> desk = ports.enrolling();
    boolean wanted = ports.firstStaff().map(FirstStaff::wanted).orElse(false);
    if (desk.isEmpty() || !wanted || desk.get().enrolled()) {
      return FirstStart.OVER;
    }
    return new FirstStart(true, desk.get().believes(), kioskId(), desk.get().platform());
  }

  /** Who the machine is or is to be; empty when nobody said. */
  String kioskId() {
    String set = ports.setting("crypto.kioskId");
    return set.equals(EXAMPLE) ? "" : set;
  }

  void begin(FirstStart.Wish wish, Duration timeout) throws SetupException, AccessException {
    FirstStart state = state();
    if (!state.open() || !state.believes()) {
      throw new SetupException(Reason.NO_ENROLMENT, state.open() ? "authority" : "enrolled");
    }
    Badge badge =
        Badge.of(wish.badge()).orElseThrow(() -> new SetupException(Reason.BAD_ANSWER, "badge"));
    if (wish.kioskId().isEmpty() && state.kioskId().isEmpty()) {
      throw new SetupException(Reason.BAD_ANSWER, "kioskId");
    }
    FirstStaff staff = ports.firstStaff().orElseThrow();
    // Before the code is used: what is refused here costs nothing.
    staff.check(badge, wish.pin());
    boolean[] taken = {false};
    // No root is taken from whoever types.
    Enrolling.Wish enrolled =
        new Enrolling.Wish(
            wish.code(),
            wish.kioskId(),
            wish.platform(),
            "",
            () -> {
              try {
                staff.take(badge, wish.pin());
                taken[0] = true;
              } catch (AccessException e) {
                throw new IOException("the book of staff: " + e.reason(), e);
              }
            });
    try {
      Enrolment.run(ports, enrolled, timeout);
    } catch (SetupException e) {
      // From here on this page is closed: they have to be told where they go on.
      throw taken[0] ? new SetupException(Reason.TECHNICIAN_TAKEN, e.reason().name()) : e;
    }
  }
}

package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/** The step in which a one-time code makes the machine a kiosk. */
final class Enrolment {
  private static final Pattern KIOSK = Pattern.compile("|[a-z0-9-]{1,32}");
  private static final Pattern PLATFORM =
      Pattern.compile("|[A-Za-z0-9.-]{1,200}:[0-9]{1,5}|\\[[0-9a-fA-F:]{2,45}\\]:[0-9]{1,5}");
  private static final Pattern AUTHORITY = Pattern.compile("|[0-9a-fA-F :-]{64,100}");

  private Enrolment() {}

  /** The desk, on a machine that is nobody yet. */
  static Enrolling desk(Ports ports) throws SetupException {
    Enrolling desk =
        ports.enrolling().orElseThrow(() -> new SetupException(Reason.NO_ENROLMENT, ""));
    if (desk.enrolled()) {
      throw new SetupException(Reason.NO_ENROLMENT, "enrolled");
    }
    return desk;
  }

  /** Enrols; who the machine is to be is kept before it is. */
  static void run(Ports ports, Enrolling.Wish wish, Duration timeout) throws SetupException {
    Enrolling desk = desk(ports);
    demand(KIOSK, wish.kioskId(), "kioskId");
    demand(PLATFORM, wish.platform(), "platform");
    demand(AUTHORITY, wish.authority(), "authority");
    boolean[] unkept = {false};
    Enrolling.Proved proved =
        () -> {
          try {
            if (!wish.kioskId().isEmpty()) {
              ports.keep("crypto", "kioskId", wish.kioskId());
            }
            wish.proved().proved();
          } catch (IOException e) {
            unkept[0] = true;
            throw e;
          }
        };
    try {
      desk.enrol(
          new Enrolling.Wish(
              wish.code(), wish.kioskId(), wish.platform(), wish.authority(), proved),
          timeout);
    } catch (SetupException e) {
      throw unkept[0] ? new SetupException(Reason.NOT_KEPT, "") : e;
    }
  }

  private static void demand(Pattern form, String text, String field) throws SetupException {
    if (!form.matcher(text).matches()) {
      throw new SetupException(Reason.BAD_ANSWER, field);
    }
  }
}

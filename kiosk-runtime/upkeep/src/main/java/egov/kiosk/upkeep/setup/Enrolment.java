package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import java.time.Duration;
import java.util.regex.Pattern;

/** The step in which a one-time code makes the machine a kiosk. */
final class Enrolment {
  private static final Pattern PLATFORM =
      Pattern.compile("|[A-Za-z0-9.-]{1,200}:[0-9]{1,5}|\\[[0-9a-fA-F:]{2,45}\\]:[0-9]{1,5}");
  private static final Pattern AUTHORITY = Pattern.compile("|[0-9a-fA-F :-]{64,100}");

  private Enrolment() {}

  static void run(Ports ports, String code, String platform, String authority, Duration timeout)
      throws SetupException {
    Enrolling desk =
        ports.enrolling().orElseThrow(() -> new SetupException(Reason.NO_ENROLMENT, ""));
    if (desk.enrolled()) {
      throw new SetupException(Reason.NO_ENROLMENT, "enrolled");
    }
    if (!PLATFORM.matcher(platform).matches()) {
      throw new SetupException(Reason.BAD_ANSWER, "platform");
    }
    if (!AUTHORITY.matcher(authority).matches()) {
      throw new SetupException(Reason.BAD_ANSWER, "authority");
    }
    desk.enrol(code, platform, authority, timeout);
  }
}

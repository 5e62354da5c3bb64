package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.upkeep.SetupStep;
import java.util.ArrayList;
import java.util.List;

/** Which of the doctor's checks belong to which step. */
final class StepChecks {
  private static final String BROKER = "broker";

  private StepChecks() {}

  /**
   * Whether a step may pass with this. A kiosk that serves without its broker is only warned of; a
   * machine that is being set up has to be let in once.
   */
  static boolean isWell(SetupStep step, Finding finding) {
    boolean login = step == SetupStep.NETWORK && finding.name().equals(BROKER);
    return login ? finding.level() == Level.OK : finding.level() != Level.FAIL;
  }

  static List<String> of(SetupStep step, List<Device> devices) {
    return switch (step) {
      case NETWORK ->
          List.of(
              "network-v4",
              "network-v6",
              "names-v4",
              "names-v6",
              "broker-port",
              BROKER,
              "open-ports");
      case TIME -> List.of("clock", "time-zone", "time-service", "time-floor");
      case ENROLMENT -> List.of("enrolment", "certificate", "example-identity");
      case DEVICES -> {
        List<String> names = new ArrayList<>(Commissioning.names(devices));
        names.addAll(List.of("known-devices", "attached"));
        yield names;
      }
      // Room F's check of the shipped list against the files; without it, nothing to look at.
      case PROGRAM -> List.of("program-files", "browser", "fonts", "java", "secret-files");
      case REPORT -> List.of("seal");
      case SITE, TESTS -> List.of();
    };
  }
}

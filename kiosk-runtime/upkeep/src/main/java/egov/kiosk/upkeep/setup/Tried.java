package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.TrialFault;
import java.util.Optional;

/**
 * What came of a trial. Nothing of a card, a code or a person is in it.
 *
 * @param seen one sentence for whoever judges
 * @param outcome what the machine could see by itself; {@code OPEN} when a person has to look, or
 *     nobody did what the trial waits for
 * @param fault why it did not pass
 * @param picture what a camera saw
 */
record Tried(String seen, Outcome outcome, Optional<TrialFault> fault, Optional<byte[]> picture) {
  /** A person looks and judges. */
  static Tried toJudge(String seen) {
    return new Tried(seen, Outcome.OPEN, Optional.empty(), Optional.empty());
  }

  static Tried passed(String seen) {
    return new Tried(seen, Outcome.PASSED, Optional.empty(), Optional.empty());
  }

  static Tried failed(String seen, TrialFault fault) {
    return new Tried(seen, Outcome.FAILED, Optional.of(fault), Optional.empty());
  }

  static Tried of(DeviceException refused) {
    FaultCode fault = refused.fault();
    String seen = fault + " " + fault.code() + "; " + acts(fault.actor());
    return fault == FaultCode.BUSY ? toJudge(seen) : failed(seen, faultOf(fault));
  }

  private static String acts(Actor actor) {
    return switch (actor) {
      case TECHNICIAN -> "the technician acts";
      case STAFF -> "the staff act";
      case CITIZEN -> "whoever tries it acts";
      case NOBODY -> "try again in a moment";
    };
  }

  private static TrialFault faultOf(FaultCode fault) {
    return switch (fault) {
      case NO_ANSWER, NO_DEVICE, CANNOT_OPEN, CAMERA_LOST -> TrialFault.NO_ANSWER;
      case NOT_THE_ACCEPTED_DEVICE -> TrialFault.WRONG_DEVICE;
      case CAMERA_COVERED, CAMERA_DARK -> TrialFault.BLOCKED_OR_HIDDEN;
      default -> TrialFault.BAD_RESULT;
    };
  }

  @Override
  public String toString() {
    return "Tried[" + outcome + "]";
  }
}

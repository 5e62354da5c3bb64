package egov.kiosk.domain.upkeep;

import java.util.Arrays;
import java.util.Optional;

/** Why a device did not pass its trial: a closed list, so that no name gets into a report. */
public enum TrialFault {
  NOT_FITTED,
  NO_ANSWER,
  WRONG_DEVICE,
  BAD_RESULT,
  BLOCKED_OR_HIDDEN,
  DAMAGED,
  SPARE_ORDERED,
  OTHER;

  /** The fault of that name. */
  public static Optional<TrialFault> of(String name) {
    return Arrays.stream(values()).filter(fault -> fault.name().equals(name)).findFirst();
  }
}

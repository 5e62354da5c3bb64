package egov.kiosk.domain.print;

import egov.kiosk.domain.device.FaultCode;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a printer says of a job.
 *
 * @param stage how far it is
 * @param sheets how many sides it says are on paper; empty when it does not count
 * @param flawed whether it says the job ended with errors
 * @param faults what is wrong with the printer now; may be empty
 */
public record PageProgress(Stage stage, OptionalInt sheets, boolean flawed, Set<FaultCode> faults) {
  /** How far a job is (job-state, RFC 8011 §5.3.7). */
  public enum Stage {
    WAITING,
    PRINTING,
    /** It stands still, e.g. without paper, and goes on by itself. */
    STOPPED,
    COMPLETED,
    CANCELED,
    ABORTED,
    /** The printer does not know it, e.g. after it was switched off. */
    GONE;

    /** Whether nothing more will come. */
    public boolean over() {
      return this == COMPLETED || this == CANCELED || this == ABORTED || this == GONE;
    }
  }

  public PageProgress {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(sheets, "sheets");
    faults = Set.copyOf(faults);
  }
}

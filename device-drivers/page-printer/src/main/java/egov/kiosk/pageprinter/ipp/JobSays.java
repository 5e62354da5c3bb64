package egov.kiosk.pageprinter.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import egov.kiosk.domain.print.PageProgress.Stage;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a printer says of a job.
 *
 * @param stage how far it is
 * @param sheets sides on paper; 0 only when it never began, since many printers never count
 * @param flawed whether it ended with errors
 */
public record JobSays(Stage stage, OptionalInt sheets, boolean flawed) {
  static JobSays of(JobState state, AttributeGroup job) throws IppException {
    List<String> reasons = job.getStrings(Types.jobStateReasons);
    boolean flawed =
        reasons.contains("job-completed-with-errors")
            || reasons.contains("job-canceled-at-device")
            || reasons.contains("aborted-by-system");
    return new JobSays(stage(state), sheets(job), flawed);
  }

  private static Stage stage(JobState state) throws IppException {
    return switch (state.getCode()) {
      case 3, 4 -> Stage.WAITING;
      case 5 -> Stage.PRINTING;
      case 6 -> Stage.STOPPED;
      case 7 -> Stage.CANCELED;
      case 8 -> Stage.ABORTED;
      case 9 -> Stage.COMPLETED;
      default -> throw IppException.nonsense("it gives a job a state that does not exist");
    };
  }

  private static OptionalInt sheets(AttributeGroup job) {
    int counted =
        Math.max(
            orZero(job.getValue(Types.jobImpressionsCompleted)),
            orZero(job.getValue(Types.jobMediaSheetsCompleted)));
    if (counted > 0) {
      return OptionalInt.of(counted);
    }
    Attribute<Integer> began = job.get(Types.timeAtProcessing);
    return began != null && began.isNoValue() ? OptionalInt.of(0) : OptionalInt.empty();
  }

  private static int orZero(Integer value) {
    return value == null ? 0 : value;
  }
}

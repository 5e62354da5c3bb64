package egov.kiosk.domain.inquiry;

import java.time.Instant;
import java.util.Objects;

/**
 * What the platform last told of an application, without being asked (状态推送). No personal data.
 *
 * @param stage where it stands
 * @param since since when, by the platform's clock
 * @param toldAt when the platform said so, by its clock
 */
public record Standing(ProgressStage stage, Instant since, Instant toldAt) {
  public Standing {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(toldAt, "toldAt");
  }
}

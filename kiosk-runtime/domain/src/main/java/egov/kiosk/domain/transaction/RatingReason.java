package egov.kiosk.domain.transaction;

import java.time.Instant;
import java.util.Objects;

/**
 * What a citizen was least content with (差评原因), voluntary, told after a low {@link Rating} of the
 * same transaction. A message of its own: the rating is queued before the citizen is asked, and
 * counts whether or not a reason follows.
 *
 * @param id its own end-to-end identity
 * @param kioskId the device it was given at
 * @param transactionId the transaction that was rated
 * @param itemCode the service item that was rated
 * @param reason which of the reasons
 * @param givenAt when
 */
public record RatingReason(
    TransactionId id,
    String kioskId,
    TransactionId transactionId,
    String itemCode,
    Code reason,
    Instant givenAt) {
  /** The highest level that asks for a reason: 2, dissatisfied (不满意). */
  public static final int HIGHEST_LEVEL = 2;

  public RatingReason {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(itemCode, "itemCode");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(givenAt, "givenAt");
  }

  /** The reasons there are to choose from. */
  public enum Code {
    /** Hard to make out or to understand (看不清、不会用). */
    HARD_TO_USE,
    /** A device did not do its part: reader, camera, printer (机器不好用). */
    DEVICE,
    /** It took too long (时间太长). */
    TOO_SLOW,
    /** Too many papers are asked for (材料太多). */
    PAPERS,
    /** What the citizen came for was not done (事没办成). */
    NOT_DONE
  }
}

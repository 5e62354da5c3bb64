package egov.kiosk.domain.transaction;

import java.time.Instant;
import java.util.Objects;

/**
 * A citizen's rating of the service (好差评), five levels, voluntary.
 *
 * @param id its own end-to-end identity
 * @param kioskId the device it was given at
 * @param transactionId the transaction it rates
 * @param itemCode the service item it rates
 * @param level 5 very satisfied (非常满意) down to 1 very dissatisfied (非常不满意)
 * @param ratedAt when
 */
public record Rating(
    TransactionId id,
    String kioskId,
    TransactionId transactionId,
    String itemCode,
    int level,
    Instant ratedAt) {
  public Rating {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kioskId, "kioskId");
    Objects.requireNonNull(transactionId, "transactionId");
    Objects.requireNonNull(itemCode, "itemCode");
    Objects.requireNonNull(ratedAt, "ratedAt");
    if (level < 1 || level > 5) {
      throw new IllegalArgumentException("a rating has a level of 1 to 5");
    }
  }
}

package egov.kiosk.downlink.progress;

import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.inquiry.ProgressStage;
import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The last word on one transaction, as one line: {@code id revision stage since told-at}.
 *
 * @param id drawn at random here; leads to nobody without the queue
 */
record Told(TransactionId id, long revision, Standing standing) {
  static Told of(Order.Progress order) {
    return new Told(
        order.transactionId(),
        order.revision(),
        new Standing(order.stage(), order.since(), order.issuedAt()));
  }

  String line() {
    return id.value()
        + " "
        + revision
        + " "
        + standing.stage()
        + " "
        + standing.since()
        + " "
        + standing.toldAt();
  }

  /** Empty for what is no such line. */
  static Optional<Told> of(String line) {
    String[] words = line.split(" ", -1);
    try {
      return words.length != 5
          ? Optional.empty()
          : Optional.of(
              new Told(
                  new TransactionId(words[0]),
                  Long.parseLong(words[1]),
                  new Standing(
                      ProgressStage.valueOf(words[2]),
                      Instant.parse(words[3]),
                      Instant.parse(words[4]))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}

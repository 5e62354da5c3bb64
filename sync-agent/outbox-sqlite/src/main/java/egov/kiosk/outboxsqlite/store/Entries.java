package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Rows as a technician sees them, without their bytes. */
final class Entries {
  /** The columns of a row and the counter behind them. */
  static final String COLUMNS = Rows.COLUMNS + ", attempts";

  /** Stands where an id is no id any more; no message ever has it. */
  private static final String NO_ID = "00000000-0000-7000-8000-000000000000";

  private Entries() {}

  /**
   * What a damaged row still says: a word that is none any more gets the usual one in its place. A
   * message that cannot be sent must at least be seen, by its place if by nothing else.
   */
  static OutboxEntry of(StoredRow row, int attempts) {
    StoredMessage message = row.message();
    Standing standing = row.standing();
    return new OutboxEntry(
        row.sequence(),
        or(new TransactionId(NO_ID), TransactionId::new, message.id()),
        or(MessageKind.ITEM, MessageKind::valueOf, message.kind()),
        Objects.requireNonNullElse(message.item(), ""),
        label(message),
        (int) message.length(),
        or(DeliveryState.DEAD_LETTER, DeliveryState::valueOf, standing.state()),
        attempts,
        Instant.ofEpochMilli(message.queuedAt()),
        standing.settledAt().map(Instant::ofEpochMilli),
        standing.number(),
        standing.reason());
  }

  private static Label label(StoredMessage message) {
    Lane lane = or(Lane.NORMAL, Lane::valueOf, message.lane());
    Optional<LocalNumber> number =
        or(
            Optional.empty(),
            text -> Optional.of(new LocalNumber(text)),
            message.localNumber().orElse(null));
    return or(
        new Label(lane, Optional.empty(), number),
        ignored -> new Label(lane, message.orderKey(), number),
        "");
  }

  private static <T> T or(T usual, Function<String, T> reading, String text) {
    try {
      return text == null ? usual : reading.apply(text);
    } catch (IllegalArgumentException e) {
      return usual;
    }
  }
}

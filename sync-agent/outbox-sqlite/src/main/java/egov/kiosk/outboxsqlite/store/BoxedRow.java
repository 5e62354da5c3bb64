package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.DeliveryState;
import java.util.Optional;

/**
 * One row of the file as it lies there, its sealed column unopened; nothing about it is believed
 * yet. Arrays are not copied.
 *
 * @param sequence its place
 * @param id the message's identity
 * @param kind what it is
 * @param lane how soon it goes
 * @param localNumber the number on the slip
 * @param sm3 the digest of the message as it was queued
 * @param length its bytes as it was queued
 * @param queuedAt when, milliseconds
 * @param state where it stands
 * @param retries how often a technician made it pending again
 * @param settledAt when it was settled, milliseconds of this kiosk's clock
 * @param issuedAt when the receipt was issued, milliseconds of the platform's clock
 * @param box what {@link RowBox} sealed
 * @param seal what {@link RowSeal} made
 * @param bytes the message itself; empty once the platform has it
 */
@SuppressWarnings("ArrayRecordComponent")
public record BoxedRow(
    long sequence,
    String id,
    String kind,
    String lane,
    Optional<String> localNumber,
    String sm3,
    long length,
    long queuedAt,
    String state,
    long retries,
    Optional<Long> settledAt,
    Optional<Long> issuedAt,
    byte[] box,
    byte[] seal,
    byte[] bytes) {

  /** A row with nothing sealed in it yet. */
  static BoxedRow of(StoredRow row) {
    StoredMessage message = row.message();
    Standing standing = row.standing();
    return new BoxedRow(
        row.sequence(),
        message.id(),
        message.kind(),
        message.lane(),
        message.localNumber(),
        message.sm3(),
        message.length(),
        message.queuedAt(),
        standing.state(),
        standing.retries(),
        standing.settledAt(),
        standing.issuedAt(),
        null,
        null,
        row.bytes());
  }

  /** The same with what is sealed, and the check value. */
  BoxedRow with(byte[] newBox, byte[] newSeal) {
    return standing(state, settledAt, issuedAt, newBox, newSeal);
  }

  /** The same as it was before anything settled it. */
  BoxedRow unsettled() {
    return standing(DeliveryState.PENDING.name(), Optional.empty(), Optional.empty(), box, seal);
  }

  private BoxedRow standing(
      String newState,
      Optional<Long> newSettledAt,
      Optional<Long> newIssuedAt,
      byte[] newBox,
      byte[] newSeal) {
    return new BoxedRow(
        sequence,
        id,
        kind,
        lane,
        localNumber,
        sm3,
        length,
        queuedAt,
        newState,
        retries,
        newSettledAt,
        newIssuedAt,
        newBox,
        newSeal,
        bytes);
  }

  /** Whether no receipt has settled it. */
  public boolean isPending() {
    return is(DeliveryState.PENDING);
  }

  private boolean is(DeliveryState wanted) {
    return state.equals(wanted.name());
  }

  /**
   * Whether this is a later state of the row than another: it was retried more often, or stands
   * further on.
   */
  public boolean supersedes(BoxedRow other) {
    long more = retries - other.retries;
    return more > 0 || (more == 0 && progress() > other.progress());
  }

  private int progress() {
    return isPending() ? 0 : is(DeliveryState.DEAD_LETTER) ? 1 : 2;
  }
}

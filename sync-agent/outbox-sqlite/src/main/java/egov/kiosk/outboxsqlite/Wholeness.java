package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.outboxsqlite.store.Repair;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Whether a dead letter still holds the bytes that were queued. One whose row was altered got a
 * fresh check value when it was given up; there only the message's own digest can tell.
 */
final class Wholeness implements Predicate<StoredRow> {
  private final Supplier<Optional<Sm3Digest>> sm3;

  Wholeness(Supplier<Optional<Sm3Digest>> sm3) {
    this.sm3 = sm3;
  }

  @Override
  public boolean test(StoredRow row) {
    SignedEnvelope envelope;
    try {
      envelope = row.envelope();
    } catch (IllegalArgumentException e) {
      return false;
    }
    Optional<Sm3Digest> digest = sm3.get();
    if (digest.isEmpty()) {
      return !row.standing().reason().equals(Optional.of(Repair.REASON));
    }
    return HexFormat.of().formatHex(digest.get().of(row.bytes())).equals(envelope.sm3());
  }
}

package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.StoredRow;

/**
 * A row that is as it was written.
 *
 * @param row the row
 * @param seal its check value, in the form of the version that wrote it; not copied
 * @param attempts its counter of sendings, which the check value does not cover
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedRow(StoredRow row, byte[] seal, int attempts) {}

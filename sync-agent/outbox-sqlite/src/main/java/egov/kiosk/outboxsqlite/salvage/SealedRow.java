package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.BoxedRow;

/**
 * A row that is as it was written, as far as one can tell without opening what is sealed in it.
 *
 * @param row the row, in this program's form
 * @param attempts its counter of sendings, which the check value does not cover
 */
public record SealedRow(BoxedRow row, int attempts) {}

package egov.kiosk.gateway.store;

/**
 * What a store holds.
 *
 * @param transactions transactions taken in all
 * @param ratings ratings taken in all
 * @param statements what kiosks said for themselves: books, incidents, attachments; and the reasons
 *     of ratings
 * @param waiting messages not yet passed on to the stream; 0 where nothing is passed on
 */
public record Totals(long transactions, long ratings, long statements, long waiting) {}

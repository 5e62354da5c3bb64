package egov.kiosk.platform;

/**
 * Counts for the demonstration.
 *
 * @param received messages that came in since the start
 * @param accepted transactions accepted in all, over restarts
 * @param duplicates messages since the start that had been accepted before
 * @param refused messages refused since the start
 * @param ratings ratings accepted in all, over restarts
 * @param documents documents of receipts sent since the start
 */
public record Statistics(
    long received, long accepted, long duplicates, long refused, long ratings, long documents) {}

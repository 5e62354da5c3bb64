package egov.kiosk.gateway.intake;

/**
 * Counts of one worker since its start.
 *
 * @param received messages decided about
 * @param taken messages taken for good
 * @param duplicates messages that had been taken before, by any worker
 * @param refused messages refused
 * @param later messages that wait for something else
 * @param documents documents of receipts signed
 */
public record Statistics(
    long received, long taken, long duplicates, long refused, long later, long documents) {}

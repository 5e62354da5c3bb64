package egov.kiosk.domain.outbox;

/** How many messages stand where. */
public record OutboxCounts(long pending, long delivered, long deadLetter) {}

package egov.kiosk.flow.desk;

import egov.kiosk.domain.help.HelpState;

/**
 * A call for help as the screen shows it (呼叫工作人员). Times are instants as ISO 8601 writes them, e.g.
 * {@code 2026-11-23T00:42:00Z}; the screen says them by the legal time.
 *
 * @param state how far it is; never {@link HelpState#CLOSED}
 * @param calledAt when the citizen pressed
 * @param since since when it is in this state
 * @param minutes how long whoever answered said they need; 0 when nobody did
 * @param expectedAt when they should be here; empty when nobody answered
 * @param waiting whether the citizen waits for somebody
 * @param session the session it was made in, which asks nobody "still there?" while it waits; empty
 *     for a call from before one
 */
public record HelpView(
    HelpState state,
    String calledAt,
    String since,
    int minutes,
    String expectedAt,
    boolean waiting,
    String session) {}

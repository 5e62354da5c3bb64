package egov.kiosk.agent;

import java.time.Instant;

/**
 * The agent at one moment, for the doctor.
 *
 * @param online whether the uplink is connected
 * @param since since when that is so
 * @param drain what is on its way
 * @param refusedReceipts how many receipts were not believed
 * @param droppedReceipts how many came in larger or faster than any platform sends them
 */
record AgentStatus(
    boolean online, Instant since, DrainStatus drain, long refusedReceipts, long droppedReceipts) {}

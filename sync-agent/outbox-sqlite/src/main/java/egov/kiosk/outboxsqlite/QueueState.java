package egov.kiosk.outboxsqlite;

import egov.kiosk.outboxsqlite.store.Tally;

/** The queue at one moment, for the health checks. */
record QueueState(Tally tally, Room room, boolean incidents, boolean suspect, boolean closed) {}

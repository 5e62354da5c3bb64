/** The queue's own directory: owner-only, locked, with the small files beside the database. */
package egov.kiosk.outboxsqlite.directory;

/** Reads whatever rows are left in a damaged file, without SQLite's help. */
package egov.kiosk.outboxsqlite.salvage;

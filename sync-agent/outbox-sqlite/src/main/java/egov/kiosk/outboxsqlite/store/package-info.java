/** The database file: schema, rows, statements. */
package egov.kiosk.outboxsqlite.store;

/** What a technician does to the files themselves, with no framework around. */
package egov.kiosk.outboxsqlite.tool;

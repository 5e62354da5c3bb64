/** One writer, many callers: their work is committed together. */
package egov.kiosk.outboxsqlite.commit;

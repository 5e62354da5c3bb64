/** The OSGi skin. */
package egov.kiosk.outboxsqlite.component;

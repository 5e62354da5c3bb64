/** The OSGi skin of this room, and the ears by which the log hears of other rooms. */
package egov.kiosk.audit.component;

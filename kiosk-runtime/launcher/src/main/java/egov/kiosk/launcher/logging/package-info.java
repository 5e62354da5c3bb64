/** The log: one line an event, nothing in it that looks like a line of ours and is none. */
package egov.kiosk.launcher.logging;

/** {@code kiosk staff}. */
package egov.kiosk.launcher.command.staff;

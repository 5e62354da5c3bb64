/** {@code kiosk face}. */
package egov.kiosk.launcher.command.face;

/** {@code kiosk device}. */
package egov.kiosk.launcher.command.device;

/** {@code kiosk audit}. */
package egov.kiosk.launcher.command.audit;

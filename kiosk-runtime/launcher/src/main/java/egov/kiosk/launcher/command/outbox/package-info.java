/** {@code kiosk outbox} and {@code kiosk trace}. */
package egov.kiosk.launcher.command.outbox;

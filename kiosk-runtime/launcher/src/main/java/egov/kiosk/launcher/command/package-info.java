/**
 * The words of the {@code kiosk} command that have no room of their own, and what all of them
 * share.
 */
package egov.kiosk.launcher.command;

/**
 * The embedded OSGi framework with our bundles: started, offered what only the launcher can give,
 * and ended; also without serving, for commands.
 */
package egov.kiosk.launcher.assembly;

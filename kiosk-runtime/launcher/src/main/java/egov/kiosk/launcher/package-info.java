/**
 * The {@code kiosk} command line and the embedded OSGi assembly; here is only where it begins.
 * Everything a technician configures is checked before the first bundle starts.
 */
package egov.kiosk.launcher;

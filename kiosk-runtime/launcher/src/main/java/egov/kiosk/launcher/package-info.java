/**
 * The {@code kiosk} command line and the embedded OSGi assembly. Everything a technician configures
 * is checked here, against what the bundles themselves declare (OSGi metatype), before the first
 * bundle starts.
 */
package egov.kiosk.launcher;

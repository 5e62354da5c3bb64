/** The OSGi skin. */
package egov.kiosk.telemetry.component;

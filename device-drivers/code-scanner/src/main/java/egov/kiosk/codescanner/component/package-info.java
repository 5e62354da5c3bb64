/** The OSGi skin of the code scanner. */
package egov.kiosk.codescanner.component;

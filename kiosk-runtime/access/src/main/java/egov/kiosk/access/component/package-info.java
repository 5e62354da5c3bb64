/** The OSGi skin of the access room. */
package egov.kiosk.access.component;

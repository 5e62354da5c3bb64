/** The OSGi skin of the cabinet. */
package egov.kiosk.cabinet.component;

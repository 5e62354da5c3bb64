/** The OSGi skin of the list of accepted devices. */
package egov.kiosk.link.component;

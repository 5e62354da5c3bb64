/** The OSGi skin of the catalogue room. */
package egov.kiosk.catalogue.component;

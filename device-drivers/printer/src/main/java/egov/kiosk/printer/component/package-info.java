/** The OSGi skin of the receipt printer. */
package egov.kiosk.printer.component;

/** The OSGi skin of the courier. */
package egov.kiosk.transfer.component;

/** The OSGi skin of the downlink room. */
package egov.kiosk.downlink.component;

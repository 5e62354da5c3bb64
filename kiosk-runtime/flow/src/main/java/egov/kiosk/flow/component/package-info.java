/** The OSGi skin of the flow room. */
package egov.kiosk.flow.component;

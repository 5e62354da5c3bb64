/** The room as OSGi services. */
package egov.kiosk.updates.component;

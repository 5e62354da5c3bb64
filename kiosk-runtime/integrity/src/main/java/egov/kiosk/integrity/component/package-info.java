/** The check as a component. */
package egov.kiosk.integrity.component;

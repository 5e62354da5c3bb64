/** The kit as a tool of an installed kiosk. */
package egov.kiosk.conformance.component;

/** Supervision as a component. */
package egov.kiosk.supervision.component;

/** The bridge as a component. */
package egov.kiosk.kurabridge.component;

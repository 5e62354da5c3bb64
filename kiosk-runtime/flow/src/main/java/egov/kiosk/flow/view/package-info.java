/** What screens and papers show of a session; reads it and changes nothing. */
package egov.kiosk.flow.view;

/** Processes that are spoken to line by line and killed without warning. */
package egov.kiosk.proving.child;

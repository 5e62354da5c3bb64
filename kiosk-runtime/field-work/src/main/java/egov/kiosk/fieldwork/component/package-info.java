/** Field work as services. */
package egov.kiosk.fieldwork.component;

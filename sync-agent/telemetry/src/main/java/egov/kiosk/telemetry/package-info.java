/** Tells the platform how the kiosk is, on a line of its own; nothing here is ever queued. */
package egov.kiosk.telemetry;

/** The runtime's part: asks, downloads, waits for quiet, watches a trial, reports. */
package egov.kiosk.updates.desk;

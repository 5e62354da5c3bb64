/** What a campaign found. */
package egov.kiosk.proving.report;

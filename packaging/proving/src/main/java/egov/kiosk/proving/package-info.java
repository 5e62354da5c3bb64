/** The campaign that proves the queue: its command line and its course. */
package egov.kiosk.proving;

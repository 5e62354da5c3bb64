/** Asks the platform for a citizen who waits, over the line beside the queue (decision 0029). */
package egov.kiosk.downlink.inquiry;

/** What the downlink keeps on the disk. */
package egov.kiosk.downlink.store;

/** What must survive a power cut. */
package egov.kiosk.updates.disk;

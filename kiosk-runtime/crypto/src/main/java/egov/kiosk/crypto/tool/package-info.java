/** What a technician asks about data keys, with no framework around. */
package egov.kiosk.crypto.tool;

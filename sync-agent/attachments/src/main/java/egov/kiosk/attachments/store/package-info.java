/** The chunks on the disk, in an order of writing that survives a cut at every step. */
package egov.kiosk.attachments.store;

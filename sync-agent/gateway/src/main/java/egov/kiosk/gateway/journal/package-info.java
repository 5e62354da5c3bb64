/** The store of one process for demonstrations: plain files, forced to the disk. */
package egov.kiosk.gateway.journal;

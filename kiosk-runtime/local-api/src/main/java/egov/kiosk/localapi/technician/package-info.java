/** What technicians are shown and may do, for their pages and for the command line alike. */
package egov.kiosk.localapi.technician;

/** Tools for the command line. */
package egov.kiosk.updates.tool;

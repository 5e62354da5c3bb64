/** The commands this room carries out itself. */
package egov.kiosk.downlink.command;

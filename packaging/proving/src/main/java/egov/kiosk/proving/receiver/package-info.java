/** The platform side as a process: the real intake at a broker of its own choice. */
package egov.kiosk.proving.receiver;

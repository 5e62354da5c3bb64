/** Linux pseudo terminals as serial ports: the only place that calls the C library. */
package egov.kiosk.emulator.pty;

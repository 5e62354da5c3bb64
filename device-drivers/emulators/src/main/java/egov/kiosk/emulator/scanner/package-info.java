/** A code scanner on a serial line: what is shown to it comes out as characters and a line end. */
package egov.kiosk.emulator.scanner;

/** ESC/POS: what is sent for a slip, and what a printer's status bytes say. */
package egov.kiosk.printer.escpos;

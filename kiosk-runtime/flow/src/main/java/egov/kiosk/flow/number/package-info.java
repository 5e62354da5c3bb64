/** Provisional numbers (临时号): twelve digits, never given twice by one kiosk. */
package egov.kiosk.flow.number;

/** Drawn pages as PWG raster or PDF, and slips drawn on a sheet. */
package egov.kiosk.pageprinter.raster;

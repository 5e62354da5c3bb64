/** Outlines of rare characters out of font files; the only place that loads fonts. */
package egov.kiosk.documents.font;

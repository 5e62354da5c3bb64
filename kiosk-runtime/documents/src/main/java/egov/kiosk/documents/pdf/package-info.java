/** Pages as PDF (ISO 32000-1): outlines only, no fonts, no script, nothing active. */
package egov.kiosk.documents.pdf;

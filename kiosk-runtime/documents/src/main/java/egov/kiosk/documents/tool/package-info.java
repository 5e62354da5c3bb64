/** The tool behind {@code kiosk document}. */
package egov.kiosk.documents.tool;

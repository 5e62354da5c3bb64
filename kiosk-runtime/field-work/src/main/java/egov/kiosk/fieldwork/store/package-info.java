/** Sealed things in files, each replaced as a whole. */
package egov.kiosk.fieldwork.store;

/** Verifying sealed documents of any origin, offline, within fixed limits of memory and time. */
package egov.kiosk.documents.verify;

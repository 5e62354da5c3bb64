/** The books: what was accepted, and what became of it. */
package egov.kiosk.proving.audit;

/** Keeps the heads of kiosks' audit chains, and notices a log that was cut or put back. */
package egov.kiosk.gateway.audit;

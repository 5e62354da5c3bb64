/** Brings queued messages to the platform and settles them on its receipts. */
package egov.kiosk.agent;

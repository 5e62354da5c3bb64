/** What the platform asks of its kiosks. */
package egov.kiosk.gateway.orders;

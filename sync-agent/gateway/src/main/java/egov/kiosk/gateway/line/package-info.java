/** The platform's line to its kiosks, as the desks behind it see it. */
package egov.kiosk.gateway.line;

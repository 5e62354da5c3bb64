/** What happens to a kiosk's message: opened, checked, recorded once, answered. */
package egov.kiosk.gateway.intake;

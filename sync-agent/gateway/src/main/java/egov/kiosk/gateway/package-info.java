/**
 * The reference platform gateway: stateless workers that take what kiosks send from any MQTT 5
 * broker, record it exactly once, answer it and pass it on.
 */
package egov.kiosk.gateway;

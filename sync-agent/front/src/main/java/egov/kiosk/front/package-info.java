/**
 * Stands in front of a broker that cannot do TLS with national algorithms: takes national lines on
 * one side, speaks plain MQTT to this machine's broker on the other.
 */
package egov.kiosk.front;

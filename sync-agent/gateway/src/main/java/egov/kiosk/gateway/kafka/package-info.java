/** What was accepted, passed on to Apache Kafka exactly once. */
package egov.kiosk.gateway.kafka;

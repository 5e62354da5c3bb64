/** The log for the operator's own log platform: JSON lines, and syslog over TLS. */
package egov.kiosk.audit.export;

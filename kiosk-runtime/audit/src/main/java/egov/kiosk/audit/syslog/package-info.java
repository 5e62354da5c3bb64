/**
 * The log as it is written, for the operator's log platform: syslog over a secured line (RFC 5425).
 */
package egov.kiosk.audit.syslog;

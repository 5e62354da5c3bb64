/** One record of the log: its line, its place in the chain, its time. */
package egov.kiosk.audit.record;

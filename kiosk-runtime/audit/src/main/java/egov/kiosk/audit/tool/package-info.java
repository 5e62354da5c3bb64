/** What the kiosk's command line does with the log, without a framework. */
package egov.kiosk.audit.tool;

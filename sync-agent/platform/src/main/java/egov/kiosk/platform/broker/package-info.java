/** The embedded broker and who may do what on it. */
package egov.kiosk.platform.broker;

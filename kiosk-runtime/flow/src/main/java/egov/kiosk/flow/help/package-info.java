/** The call for help (呼叫帮助) at a desk, and the platform's people who answer it. */
package egov.kiosk.flow.help;

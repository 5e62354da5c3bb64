/** The helper that runs before any slot does. */
package egov.kiosk.updates.boot;

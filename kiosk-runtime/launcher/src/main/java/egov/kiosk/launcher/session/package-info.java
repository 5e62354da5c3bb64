/**
 * How a command reaches a kiosk: the one that runs, over its loopback, or else one of its own that
 * does not serve.
 */
package egov.kiosk.launcher.session;

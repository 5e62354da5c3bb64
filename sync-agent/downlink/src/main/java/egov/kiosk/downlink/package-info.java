/**
 * What the platform orders (下行指令), verified, carried out once, answered and kept in mind: settings,
 * service items and commands.
 */
package egov.kiosk.downlink;

/**
 * What of stock Eclipse Kura our packages meet, written from what was seen and read of it: a
 * process that starts the base services and installs packages, and in it a bundle with
 * configuration, crypto, watchdog and cloud services. No code of Kura.
 */
package egov.kiosk.checks.kura.stock;

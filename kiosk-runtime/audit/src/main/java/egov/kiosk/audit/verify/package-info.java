/** Proves offline that a log is whole, or names the first record that is not. */
package egov.kiosk.audit.verify;

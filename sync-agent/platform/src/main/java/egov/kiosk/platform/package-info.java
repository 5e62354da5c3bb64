/** The provincial side for development and acceptance: a process with broker and receiver. */
package egov.kiosk.platform;

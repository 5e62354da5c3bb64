/** Bad luck of one process: failing system calls and a wrong clock. */
package egov.kiosk.proving.shim;

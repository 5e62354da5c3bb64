/** What every emulator process shares: command line, orders on stdin, answers on stdout. */
package egov.kiosk.emulator.control;

/** The print desk as a service. */
package egov.kiosk.printledger.component;

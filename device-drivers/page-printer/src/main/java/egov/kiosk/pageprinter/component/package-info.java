/** The page printer as a service. */
package egov.kiosk.pageprinter.component;

/** The watch as a service. */
package egov.kiosk.watch.component;

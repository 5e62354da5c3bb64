/** What packages, starts and updates cost. */
package egov.kiosk.bench.packaging;

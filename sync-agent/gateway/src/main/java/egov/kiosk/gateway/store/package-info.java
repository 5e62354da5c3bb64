/** What a gateway remembers: messages taken for good, and what was found in the kiosks' books. */
package egov.kiosk.gateway.store;

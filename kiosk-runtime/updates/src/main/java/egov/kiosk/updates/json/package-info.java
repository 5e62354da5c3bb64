/** The one form of JSON that is signed; no library, so that the boot helper needs none. */
package egov.kiosk.updates.json;

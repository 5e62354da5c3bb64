/** Service items (事项) as data files: adding a file adds an item, without code. */
package egov.kiosk.catalogue;

/** One kiosk, one broker, one platform, and the lines between them. */
package egov.kiosk.proving.stand;

/** What a grid worker's screen asks, below {@code /api/field/}. */
package egov.kiosk.localapi.field;

/** What happens around the screen: a door, a battery, lamps, and the door service staff use. */
package egov.kiosk.flow.cabinet;

/** What a session needs of others: rooms and devices, settings, time and a thread for slow work. */
package egov.kiosk.flow.surroundings;

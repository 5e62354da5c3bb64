/** Two places for the program, and the steps between them. */
package egov.kiosk.updates.slot;

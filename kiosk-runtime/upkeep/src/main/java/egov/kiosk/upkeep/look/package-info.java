/**
 * Looks at the machine itself: disk, memory, network, clock, programs, secrets, and the work that
 * waits.
 */
package egov.kiosk.upkeep.look;

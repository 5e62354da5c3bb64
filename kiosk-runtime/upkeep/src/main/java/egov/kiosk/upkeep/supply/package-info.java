/** Paper and toner: what is left by our own count, and for how long. */
package egov.kiosk.upkeep.supply;

/** Is a live frame worth comparing, how good is it, and what would help the citizen. */
package egov.kiosk.identity.quality;

/** What leaves the kiosk for those who help: masked twice rather than once. */
package egov.kiosk.upkeep.support;

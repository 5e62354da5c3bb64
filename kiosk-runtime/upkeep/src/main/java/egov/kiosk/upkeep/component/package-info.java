/** The OSGi skin of this room. */
package egov.kiosk.upkeep.component;

/** The OSGi side of this room. */
package egov.kiosk.custody.component;

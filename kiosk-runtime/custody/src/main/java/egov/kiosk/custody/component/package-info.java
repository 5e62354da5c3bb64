/** The OSGi side of this room, and the configured device for a tool that runs without OSGi. */
package egov.kiosk.custody.component;

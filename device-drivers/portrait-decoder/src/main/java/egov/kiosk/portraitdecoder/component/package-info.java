/** The OSGi skin of the portrait decoder. */
package egov.kiosk.portraitdecoder.component;

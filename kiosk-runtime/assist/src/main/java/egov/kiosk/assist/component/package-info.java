/** The OSGi skin of voice and handwriting. */
package egov.kiosk.assist.component;

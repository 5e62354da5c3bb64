/** The OSGi skin of the reader of social security cards. */
package egov.kiosk.socialcardreader.component;

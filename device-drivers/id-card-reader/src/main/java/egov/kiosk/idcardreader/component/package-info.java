/** The OSGi skin of the identity card reader. */
package egov.kiosk.idcardreader.component;

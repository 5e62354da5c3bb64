/** The OSGi skin of the documents room. */
package egov.kiosk.documents.component;

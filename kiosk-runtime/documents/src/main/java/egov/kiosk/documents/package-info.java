/** Making and verifying sealed documents: what the OSGi skin and the tool offer. */
package egov.kiosk.documents;

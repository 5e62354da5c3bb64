/** The room as an OSGi component: configuration in, {@code FaceVerifier} and doctor's check out. */
package egov.kiosk.identity.component;

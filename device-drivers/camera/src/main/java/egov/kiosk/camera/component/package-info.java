/** The room as an OSGi component: configuration in, {@code Camera} and doctor's check out. */
package egov.kiosk.camera.component;

/**
 * What a technician configures: the file, the profiles, what the platform or the wizard laid over
 * it, and the bundles' own declarations (OSGi metatype) against which every value is checked.
 */
package egov.kiosk.launcher.configuration;

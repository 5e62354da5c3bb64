/** Makes the packages of a kiosk; runs at a build, never on a kiosk. */
package egov.kiosk.packager;

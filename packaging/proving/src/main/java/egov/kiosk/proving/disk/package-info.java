/** Disks that can be cut off: loop images on a file system that clones files. */
package egov.kiosk.proving.disk;

/** Vendors' C libraries: loading them, and the structures that two of the interfaces share. */
package egov.kiosk.custody.library;

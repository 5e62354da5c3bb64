/** The release manager's side: parts, metadata, signatures with keys in files. */
package egov.kiosk.updates.release;

/** The store of face packs: what is installed, what is in service, and changing both safely. */
package egov.kiosk.facepacks.store;
